import type { Answer, Fact } from '../answer.js';
import type { CitationList } from '../phrase/citations.js';
import { display } from '../phrase/number.js';
import { askTexts } from '../phrase/texts.js';
import { statisticsTexts } from '../phrase/statistics-texts.js';
import { type Beside, lookBeside } from './beside.js';
import { chartOf } from './chart.js';
import { derive } from './derive.js';
import type { Missing } from './figure-at.js';
import { capital, type Names } from './names.js';
import type { Reading } from './reading.js';
import type { Assumed } from './select.js';
import { withEarlier } from './series.js';
import type { Figure, StatisticsStore } from './store.js';
import { suggestionsFor } from './suggest.js';

const MOST_FACTS = 8;
const MOST_LISTED = 40;

export interface Found {
  readonly figures: readonly Figure[];
  readonly missing: readonly Missing[];
  readonly assumed: Assumed;
}

/** What an answer is written with: `citations` may hold those of answers before it. */
export interface Writing {
  readonly names: Names;
  readonly citations: CitationList;
  readonly store: StatisticsStore;
}

/**
 * Puts found figures into an answer: the asked first, what was asked about them in words, what belongs beside, sources, chart. `computed` is
 * what was asked for, where that is known already.
 */
export function composeAnswer(found: Found, reading: Reading, writing: Writing, computed?: string): Answer {
  const { names, citations, store } = writing;
  const { locale } = names;
  // Two names of one measure find the same figure twice.
  const ordered = withEarlier(unique(found.figures), reading, store);
  const main = ordered[0]!;
  const isOne = ordered.length === 1;
  const beside = lookBeside(main, reading, store);
  const shown = unique([
    ...ordered,
    ...conflictsOf(ordered, reading, store),
    ...(isOne ? besideFacts(beside, reading) : []),
  ]);
  const most = reading.wants.list || reading.groups ? MOST_LISTED : MOST_FACTS;
  const chart = chartOf(ordered, names, store);
  const amongOrdered = names.among(ordered);
  const labelOf = (figure: Figure, at: number) => {
    if (at === 0) return names.subject(figure);
    // As in the chart, so that the card need not list them twice.
    return chart && ordered.length > 2 && ordered.includes(figure) ? amongOrdered(figure) : names.label(figure, main);
  };
  const facts = shown.slice(0, most).map((figure, at) => toFact(figure, labelOf(figure, at), writing));
  const details = [
    names.note(main),
    ...(computed === undefined
      ? derive({ figures: ordered, isIncomplete: found.missing.length > 0 }, reading, names, store)
      : [computed]),
    ...gaps(found.missing, names),
  ]
    .filter(Boolean)
    .join('\n\n');
  return {
    kind: 'statistic',
    locale,
    title: titleOf(ordered, names),
    text: [headline(main, facts[0]!, names), details].filter(Boolean).join('\n\n'),
    details,
    facts,
    citations: citations.all(),
    chart,
    assumptions: assumptionsOf(found.assumed, main, reading, names),
    suggestions: suggestionsFor(main, names, store),
  };
}

function headline(main: Figure, fact: Fact, names: Names): string {
  const texts = statisticsTexts[names.locale];
  return texts.main({
    what: names.what(main),
    place: names.place(main.observation.population),
    period: fact.period,
    display: fact.display,
    n: fact.source,
  });
}

function conflictsOf(figures: readonly Figure[], reading: Reading, store: StatisticsStore): Figure[] {
  return figures.flatMap((figure) => lookBeside(figure, reading, store).conflicting);
}

/** What stands beside a single figure without being asked for, the nearest first. */
function besideFacts(beside: Beside, reading: Reading): Figure[] {
  const { outcome, goals, parts, before, whole, forecast, statedChange } = beside;
  const all = [outcome, ...goals, ...parts, before, statedChange, whole, forecast].filter(
    (figure) => figure !== undefined,
  );
  return reading.wants.change
    ? unique([...(before ? [before] : []), ...all, ...(beside.outcomeBefore ? [beside.outcomeBefore] : [])])
    : all;
}

function gaps(missing: readonly Missing[], names: Names): string[] {
  return missing.map(({ measure, place, breakdown, time }) =>
    statisticsTexts[names.locale].missingToo(
      [
        measure && names.measure(measure),
        place && names.place(place),
        ...breakdown.map((part) => names.part(part)),
        time && names.time(time),
      ]
        .filter(Boolean)
        .join(', '),
    ),
  );
}

function toFact(figure: Figure, label: string, { names, citations, store }: Writing): Fact {
  const { observation } = figure;
  return {
    label,
    value: figure.number,
    display: display(observation, names.locale),
    unit: observation.unit,
    kind: observation.kind,
    period: names.period(figure),
    population: names.place(observation.population),
    source: citations.cite(store.source(observation.source), observation.section, names.what(figure)),
  };
}

function titleOf(figures: readonly Figure[], names: Names): string {
  const measures = [...new Set(figures.map(({ observation }) => observation.measure))];
  return capital(
    measures
      .slice(0, 2)
      .map((id) => names.measure(id))
      .join(names.locale === 'sv' ? ' och ' : ' and '),
  );
}

function assumptionsOf(assumed: Assumed, main: Figure, reading: Reading, names: Names): string[] {
  const texts = askTexts[names.locale];
  // Of several that were ranked, the whole whose parts they are was carried on, not the first of them.
  const carried = (reading.groups && reading.places[0]?.[0]) ?? main.observation.population;
  return [
    ...(assumed.place && !reading.groups ? [texts.assumedPopulation(names.place(main.observation.population))] : []),
    // "De två ihop" are several, each of which the answer names.
    ...(reading.carried.place && reading.places.length === 1 ? [texts.carriedPopulation(names.place(carried))] : []),
    ...(assumed.period ? [texts.assumedPeriod(names.period(main))] : []),
  ];
}

function unique(figures: readonly Figure[]): Figure[] {
  return [...new Set(figures)];
}
