import type { Locale } from '../../calendar/index.js';
import { parsePeriod, periodText } from '../period.js';
import { askTexts } from '../phrase/texts.js';
import { sameBreakdown, samePopulation, sameTime } from './match.js';
import { notationOf, type Time } from './reading.js';
import { type Figure, partsOf, type StatisticsStore } from './store.js';

/** How measures, places and figures are called in an answer. */
export interface Names {
  readonly locale: Locale;
  measure(id: string): string;
  /** "avdelningen för förskola i Hägersten-Älvsjö": a department is nothing without its organisation. */
  place(id: string): string;
  /** "Förskola": for a bar or a button, where the organisation is clear. */
  shortPlace(id: string): string;
  /** "kvinnor" for `kon=kvinnor`. */
  part(part: string): string;
  breakdown(figure: Figure): string;
  period(figure: Figure): string;
  time(time: Time): string;
  /** "Sjukfrånvaro, kvinnor": measure and breakdown. */
  subject(figure: Figure): string;
  /** "Sjukfrånvaro, kvinnor, årsmål": measure, breakdown, kind. */
  what(figure: Figure): string;
  /** The condition or scope that belongs to the figure, as a sentence, or ''. */
  note(figure: Figure): string;
  /** What tells a figure from the main one: its measure, place, breakdown, kind or period. */
  label(figure: Figure, main: Figure): string;
  /** Names each of several figures by what they differ in: "Kvinnor, juli 2022–juni 2023 (R12)". */
  among(figures: readonly Figure[]): (figure: Figure) => string;
}

export function createNames(locale: Locale, store: StatisticsStore): Names {
  const kind = (figure: Figure) => askTexts[locale].kinds[figure.observation.kind];
  const names: Names = {
    locale,
    measure: (id) => store.measure(id)[locale],
    place(id) {
      const organisation = store.organisationOf(id);
      const own = store.population(id)[locale];
      if (organisation === id) return own;
      return `${own} ${locale === 'sv' ? 'i' : 'in'} ${store.population(organisation)[locale]}`;
    },
    shortPlace(id) {
      const name = store.population(id)[locale];
      return capital(
        locale === 'sv'
          ? name.replace(/^avdelningen för /, '')
          : name.replace(/^the (?:(.+) department|(.+))$/, '$1$2'),
      );
    },
    part: (part) => store.breakdownName(part, locale),
    breakdown: ({ observation }) =>
      partsOf(observation.breakdown)
        .map((part) => names.part(part))
        .join(', '),
    period: ({ period }) => periodText(period, locale),
    time: (time) => periodText(parsePeriod(notationOf(time))!, locale),
    subject: ({ observation }) =>
      capital(
        [
          names.measure(observation.measure),
          ...partsOf(observation.breakdown).map((part) => store.breakdownName(part, locale)),
        ].join(', '),
      ),
    what: (figure) =>
      capital(
        [names.measure(figure.observation.measure), names.breakdown(figure), kind(figure)].filter(Boolean).join(', '),
      ),
    among(figures) {
      const parts: readonly ((figure: Figure) => string)[] = [
        ({ observation }) => names.measure(observation.measure),
        ({ observation }) => names.shortPlace(observation.population),
        (figure) => names.breakdown(figure),
        (figure) => kind(figure) || askTexts[locale].outcome,
        (figure) => names.period(figure),
      ];
      const varying = parts.filter((part) => new Set(figures.map(part)).size > 1);
      return (figure) => capital(varying.map((part) => part(figure)).join(', ')) || names.what(figure);
    },
    note({ observation: { note, noteEn } }) {
      const text = locale === 'sv' ? note : noteEn;
      return text === '' || /[.!?]$/.test(text) ? text : `${text}.`;
    },
    label(figure, main) {
      const differing = [
        figure.observation.measure === main.observation.measure ? '' : names.measure(figure.observation.measure),
        samePopulation(figure, main) ? '' : names.shortPlace(figure.observation.population),
        sameBreakdown(figure, main) ? '' : names.breakdown(figure),
        figure.observation.kind === main.observation.kind ? '' : kind(figure) || askTexts[locale].outcome,
        sameTime(figure, main) ? '' : names.period(figure),
      ].filter(Boolean);
      return capital(differing.length > 0 ? differing.join(', ') : names.what(figure));
    },
  };
  return names;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
