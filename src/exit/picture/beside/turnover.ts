import { display, homeOf, type Knowledge, parsePeriod, periodText } from '../../../ask/index.js';
import type { Locale } from '../../../calendar/index.js';

/** The measure of knowledge/vocabulary that holds the city's definition. */
const MEASURE = 'personalomsattning';

/** One document's figure, as its source has it. */
export interface TurnoverFigure {
  /** With its unit: "2,48 %". */
  readonly value: string;
  readonly period: string;
  readonly source: string;
  readonly section: string;
  /** What belongs to the figure, such as that its document says otherwise elsewhere; '' for nothing. */
  readonly note: string;
}

/** Staff turnover by the city's own definition, which must stand on every report (domain page 2.3). */
export interface Turnover {
  readonly definition: string;
  /** Of the newest period that knowledge has for the organisation: several where a document contradicts itself, or none. */
  readonly figures: readonly TurnoverFigure[];
}

/** Looks the organisation up by its name in the directory. Figures are as the documents have them, never computed. */
export function turnoverOf(
  knowledge: Pick<Knowledge, 'measures' | 'observations' | 'populations' | 'sources'>,
  organisation: string,
  locale: Locale,
): Turnover {
  const measure = knowledge.measures.find(({ id }) => id === MEASURE);
  const home = homeOf({ organisation, department: '' }, knowledge.populations).organisation;
  const own = knowledge.observations
    .filter(({ measure: of, population, breakdown, kind }) => {
      return of === MEASURE && population === home && breakdown === '' && kind === 'utfall';
    })
    .map((observation) => ({ observation, period: parsePeriod(observation.period)! }));
  const newest = Math.max(...own.map(({ period }) => period.last));
  const figures = own.filter(({ period }) => period.last === newest);
  return {
    definition: (locale === 'sv' ? measure?.explanation : measure?.explanationEn) ?? '',
    figures: figures.map(({ observation, period }) => ({
      value: display(observation, locale),
      period: periodText(period, locale),
      source: knowledge.sources.find(({ id }) => id === observation.source)?.title ?? observation.source,
      section: observation.section,
      note: locale === 'sv' ? observation.note : observation.noteEn,
    })),
  };
}

const texts = {
  sv: {
    definition: (text: string) => `Personalomsättning enligt stadens definition: ${text}`,
    different: 'Enkätens svar är inte detsamma som avgångar.',
    figure: (organisation: string, values: string, period: string) =>
      `Personalomsättning i ${organisation} ${period}: ${values}.`,
    or: ' eller ',
    source: (title: string, sections: string) => `Källa: ${title}, ${sections}.`,
    none: (organisation: string) => `Det finns ingen siffra om personalomsättning i ${organisation}.`,
  },
  en: {
    definition: (text: string) => `Staff turnover by the city's definition: ${text}`,
    different: "The survey's answers are not the same as exits.",
    figure: (organisation: string, values: string, period: string) =>
      `Staff turnover of ${organisation} ${period}: ${values}.`,
    or: ' or ',
    source: (title: string, sections: string) => `Source: ${title}, ${sections}.`,
    none: (organisation: string) => `There is no figure of the staff turnover of ${organisation}.`,
  },
} as const satisfies Record<Locale, object>;

/** What is printed beside the picture: the definition, and the figure with its period and source, or that there is none. */
export function turnoverLines(
  { definition, figures }: Turnover,
  organisation: string,
  locale: Locale,
): readonly string[] {
  const { different, or, ...say } = texts[locale];
  const each = (of: (figure: TurnoverFigure) => string) => [...new Set(figures.map(of))].filter((text) => text !== '');
  const [first] = figures;
  const told = first
    ? [
        say.figure(organisation, each(({ value }) => value).join(or), first.period),
        ...each(({ note }) => note).map((note) => (note.endsWith('.') ? note : `${note}.`)),
        ...each(({ source, section }) => say.source(source, section)),
      ].join(' ')
    : say.none(organisation);
  return [definition === '' ? different : `${say.definition(definition)} ${different}`, told];
}
