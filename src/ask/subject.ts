import type { Locale } from '../calendar/index.js';
import { once } from '../once.js';
import type { AskResult } from './answer.js';
import type { Knowledge } from './knowledge.js';

/**
 * What an answered question is counted and rated by: ids of the knowledge, never text that somebody wrote. All quotations from
 * imported documents are one subject, since the name of a file may hold a person's.
 */
export type Subject =
  `measure:${string}` | `routine:${string}` | `published:${string}` | 'passage' | 'plan' | 'not-understood';

/**
 * What an answer is about. Undefined for what is neither counted nor rated: small talk, and everything sensitive, of which
 * nothing is kept. What a plan's follow-up holds is counted and not rated: the same question has another answer tomorrow.
 */
export function subjectOf({ answer, context }: AskResult): Subject | undefined {
  switch (answer.kind) {
    case 'statistic':
      return context.measure === undefined ? undefined : `measure:${context.measure}`;
    case 'routine':
      if (answer.published) return `published:${answer.published.id}`;
      if (answer.quotation) return 'passage';
      return context.routine === undefined ? undefined : `routine:${context.routine}`;
    case 'clarify':
    case 'unknown':
      return 'not-understood';
    case 'plan':
      return 'plan';
    case 'sensitive':
    case 'smalltalk':
    case 'exit':
      return undefined;
  }
}

export interface Subjects {
  /** Whether the text is a subject of this knowledge: a card may be older, and its data comes from the client. */
  isKnown(text: string, organisation: string): text is Subject;
  /** The name of the measure or the title of the routine; the id where the knowledge has it no more. */
  titleOf(subject: string, locale: Locale): string;
}

const NOT_UNDERSTOOD = { sv: 'Inte förstådd fråga', en: 'Question not understood' } as const;
const PASSAGE = { sv: 'Citat ur inlästa dokument', en: 'Quotation from imported documents' } as const;

const PLAN = { sv: 'Planens uppföljning', en: 'Follow-up of the plan' } as const;

const PUBLISHED = 'published:';

/** Titles of what HR published; with an organisation, only of its own. */
export interface PublishedTitles {
  titleOf(id: string, organisation?: string): string | undefined;
}

/** The subjects that the knowledge has, and those that HR published. */
export function createSubjects(
  knowledge: () => Pick<Knowledge, 'measures' | 'routines'>,
  published: PublishedTitles = { titleOf: () => undefined },
): Subjects {
  const titles = once(
    () =>
      new Map<string, Readonly<Record<Locale, string>>>([
        ['not-understood', NOT_UNDERSTOOD],
        ['passage', PASSAGE],
        ['plan', PLAN],
        ...knowledge().measures.map((measure) => [`measure:${measure.id}`, measure] as const),
        ...knowledge().routines.map(({ id, title, titleEn }) => [`routine:${id}`, { sv: title, en: titleEn }] as const),
      ]),
  );
  return {
    isKnown: (text, organisation): text is Subject =>
      titles().has(text) ||
      (text.startsWith(PUBLISHED) && published.titleOf(text.slice(PUBLISHED.length), organisation) !== undefined),
    titleOf: (subject, locale) => {
      const own = subject.startsWith(PUBLISHED) ? published.titleOf(subject.slice(PUBLISHED.length)) : undefined;
      const title = own ?? titles().get(subject)?.[locale];
      return title === undefined ? subject.replace(/^\w+:/, '') : title.charAt(0).toUpperCase() + title.slice(1);
    },
  };
}
