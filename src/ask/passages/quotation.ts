import { createHash } from 'node:crypto';
import { type Locale, stockholmDate } from '../../calendar/index.js';
import type { Answer } from '../answer.js';
import { askTexts } from '../phrase/texts.js';
import type { QuotablePassage } from './passage-source.js';
import { LONGEST_QUOTATION, quote } from './quote.js';

/** The answer that quotes a passage: its words between quotation marks, and the file and heading that they stand under. */
export function quotationAnswer(passage: QuotablePassage, question: string, locale: Locale): Answer {
  const { document, heading, page, importedAt } = passage;
  const texts = askTexts[locale];
  const marks = 2;
  const section = heading === '' ? texts.noHeading : heading;
  return {
    kind: 'routine',
    locale,
    title: texts.quotationTitle,
    text: texts.quoted(quote(passage.text, question, LONGEST_QUOTATION - marks)),
    facts: [],
    citations: [{ n: 1, document, title: document, section, abstract: texts.quotationAbstract }],
    quotation: { document, section, page, imported: stockholmDate(importedAt) },
    assumptions: [],
    suggestions: [],
  };
}

/** The same for the same words of the same document under the same heading, and for the same version of what HR published; undefined for all else. */
export function quotationKey({ quotation, published, text }: Answer): string | undefined {
  if (published) return `${published.id}.${published.version}`;
  if (!quotation) return undefined;
  const { document, section } = quotation;
  const hash = createHash('sha256').update(JSON.stringify([document, section, text]));
  return hash.digest('base64url').slice(0, 22);
}
