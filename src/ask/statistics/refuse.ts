import type { Locale } from '../../calendar/index.js';
import type { Answer } from '../answer.js';
import { periodText } from '../period.js';
import { CitationList } from '../phrase/citations.js';
import { display } from '../phrase/number.js';
import { askTexts } from '../phrase/texts.js';
import { capital, nameOf } from './compose.js';
import type { Reading } from './reading.js';
import type { Selection } from './select.js';
import type { StatisticsStore } from './store.js';

/** Says plainly what is missing, and names the nearest figure as being something else. */
export function notFound(
  reading: Reading,
  missing: Extract<Selection, { kind: 'missing' }>,
  locale: Locale,
  store: StatisticsStore,
): Answer {
  const texts = askTexts[locale];
  const measure = store.measure(reading.measures[0]!)[locale];
  const place = reading.populations[0]?.[0];
  const asked = [
    measure,
    ...(place === undefined ? [] : [nameOf(place, locale, store)]),
    ...reading.years.map(String),
  ].join(', ');
  const citations = new CitationList();
  const { nearest } = missing;
  const lines = [texts.noFigure(asked)];
  if (nearest) {
    const { observation, period } = nearest;
    const n = citations.cite(store.source(observation.source), observation.section, measure);
    const what = `${measure}, ${nameOf(observation.population, locale, store)}, ${periodText(period, locale)}: ${display(observation, locale)} [${n}]`;
    lines.push(texts.nearest(what));
  }
  return {
    kind: 'unknown',
    locale,
    title: texts.unknownTitle,
    text: lines.join(' '),
    facts: [],
    citations: citations.all(),
    assumptions: [],
    suggestions: [],
  };
}

/** Asks back when equally likely readings remain, with a button for each. */
export function whichPopulation(reading: Reading, options: readonly string[], locale: Locale, store: StatisticsStore): Answer {
  const texts = askTexts[locale];
  const measure = store.measure(reading.measures[0]!)[locale];
  return {
    kind: 'clarify',
    locale,
    title: texts.whichTitle,
    text: texts.which,
    facts: [],
    citations: [],
    assumptions: [],
    suggestions: options.slice(0, 5).map((option) => {
      const name = nameOf(option, locale, store);
      return {
        title: capital(name),
        question: locale === 'sv' ? `Vad är ${measure} i ${name}?` : `What is the ${measure} in ${name}?`,
      };
    }),
  };
}
