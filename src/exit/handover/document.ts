import { stockholmDate, type Locale } from '../../calendar/index.js';
import type { WrittenDocument } from '../../documents/index.js';
import type { Directory } from '../../people/index.js';
import type { ExitCase } from '../case/exit-case.js';
import { inOrder } from './handover.js';
import { handoverTexts } from './texts.js';

const WORDS = {
  sv: {
    language: 'sv-SE',
    words: { page: 'Sida', of: 'av', table: 'Tabell' },
    subject: 'Kunskapsöverföring när någon slutar',
    at: (day: string) => `Läget ${day}.`,
    leads: (name: string) => `Chef: ${name}.`,
    plan: 'Vad som lämnas över',
    headings: ['Vad', 'Till vem', 'Senast', 'Överlämnat', 'Bekräftat'],
    no: 'Nej',
  },
  en: {
    language: 'en-GB',
    words: { page: 'Page', of: 'of', table: 'Table' },
    subject: 'Handover of knowledge when somebody leaves',
    at: (day: string) => `As of ${day}.`,
    leads: (name: string) => `Manager: ${name}.`,
    plan: 'What is handed over',
    headings: ['What', 'To whom', 'By', 'Handed over', 'Confirmed'],
    no: 'No',
  },
} as const;

const WIDTHS = [0.36, 0.24, 0.13, 0.135, 0.135] as const;

/** The plan as a document: what, to whom, by when, handed over, confirmed. Pure. */
export function handoverDocument(
  exitCase: ExitCase,
  { locale, now, directory }: { readonly locale: Locale; readonly now: Date; readonly directory: Directory },
): WrittenDocument {
  const words = WORDS[locale];
  const texts = handoverTexts[locale];
  const person = directory.find(exitCase.employee);
  const manager = directory.find(exitCase.manager);
  const title = texts.title(person?.name ?? texts.leaver);
  const rows = inOrder(exitCase).map(({ what, to, by, handedOverAt, confirmedAt }) => [
    ...[what, to, by],
    ...[handedOverAt, confirmedAt].map((at) => (at ? stockholmDate(at) : words.no)),
  ]);
  return {
    ...{ title, language: words.language, author: 'UBARA-assistenten', subject: words.subject, words: words.words },
    parts: [
      { kind: 'title', text: title },
      {
        kind: 'paragraph',
        text: [
          `${texts.about(person?.unit ?? '', exitCase.lastWorkingDay)}.`,
          ...(manager ? [words.leads(manager.name)] : []),
          words.at(stockholmDate(now)),
        ].join(' '),
      },
      rows.length === 0
        ? { kind: 'paragraph', text: texts.noParts }
        : {
            kind: 'table',
            name: words.plan,
            columns: words.headings.map((heading, at) => ({ heading, width: WIDTHS[at]! })),
            rows,
          },
    ],
  };
}
