import type { Citation, View } from '../actions/index.js';
import type { Locale } from '../calendar/index.js';
import type { Suggestion } from './answer.js';
import type { Knowledge } from './knowledge.js';

/** The data of cards/ask/source.card.json: what a citation without address opens. */
export interface SourceCard {
  readonly title: string;
  readonly year: number;
  readonly organisation: string;
  readonly section: string;
  /** Titles of the routines, names of the measures, that stand on this section. */
  readonly routines: readonly string[];
  readonly figures: readonly string[];
  readonly suggestions: readonly Suggestion[];
}

const MOST_LISTED = 8;
const MOST_SUGGESTED = 3;

/** Undefined when the knowledge has no such document or section (a card of an older version). */
export function sourceData(
  knowledge: Knowledge,
  document: string,
  section: string,
  locale: Locale,
): SourceCard | undefined {
  const source = knowledge.sources.find(({ id }) => id === document);
  if (!source?.sections.includes(section)) return undefined;
  const routines = knowledge.routines.filter(({ sources }) =>
    sources.some((cited) => cited.document === document && cited.section === section),
  );
  const measures = new Set(
    knowledge.observations
      .filter((row) => row.source === document && row.section === section)
      .map((row) => row.measure),
  );
  const organisation = knowledge.populations.find(({ id }) => id === source.organisation);
  return {
    title: source.title,
    year: source.year,
    organisation: organisation?.[locale] ?? source.organisation,
    section,
    routines: routines.slice(0, MOST_LISTED).map((routine) => (locale === 'sv' ? routine.title : routine.titleEn)),
    figures: knowledge.measures
      .filter(({ id }) => measures.has(id))
      .slice(0, MOST_LISTED)
      .map((measure) => measure[locale]),
    suggestions: routines.slice(0, MOST_SUGGESTED).map((routine) => ({
      title: locale === 'sv' ? routine.title : routine.titleEn,
      question: (locale === 'sv' ? routine.questions : routine.questionsEn)[0]!,
    })),
  };
}

/** What a citation without address opens; undefined where the knowledge has no such source. */
export type OpenSource = (citation: Citation) => View | undefined;

/** Opens the card of a source of this knowledge in the window of a citation. */
export function createOpenSource(knowledge: Knowledge, locale: Locale): OpenSource {
  return ({ document, section }) => {
    const data = sourceData(knowledge, document, section, locale);
    // Buttons in a citation's window would not reach the bot.
    return data && { template: 'ask/source', data: { ...data, suggestions: [] }, isShared: true };
  };
}
