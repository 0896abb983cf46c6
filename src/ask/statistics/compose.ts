import type { Answer, Fact } from '../answer.js';
import { CitationList } from '../phrase/citations.js';
import { display } from '../phrase/number.js';
import { askTexts } from '../phrase/texts.js';
import { statisticsTexts } from '../phrase/statistics-texts.js';
import { type Beside, lookBeside } from './beside.js';
import { chartOf } from './chart.js';
import { isGoal, sameTime } from './match.js';
import { capital, type Names } from './names.js';
import type { Reading } from './reading.js';
import type { Assumed, Missing } from './select.js';
import {
  beyondSentence,
  changeSentence,
  compareSentence,
  extremeSentence,
  shareSentence,
  sumSentence,
  targetSentence,
} from './sentences.js';
import type { Figure, StatisticsStore } from './store.js';
import { suggestionsFor } from './suggest.js';

const MOST_FACTS = 8;
const MOST_LISTED = 40;

export interface Found {
  readonly figures: readonly Figure[];
  readonly missing: readonly Missing[];
  readonly assumed: Assumed;
}

/** Puts found figures into an answer: the asked first, what was asked about them in words, what belongs beside, sources, chart. */
export function composeAnswer(found: Found, reading: Reading, names: Names, store: StatisticsStore): Answer {
  const { locale } = names;
  const ordered = found.figures;
  const main = ordered[0]!;
  const isOne = ordered.length === 1;
  const beside = lookBeside(main, reading, store);
  const shown = unique([
    ...ordered,
    ...conflictsOf(ordered, reading, store),
    ...(isOne ? besideFacts(beside, reading) : []),
  ]);
  const most = reading.wants.list || reading.groups ? MOST_LISTED : MOST_FACTS;
  const citations = new CitationList();
  const facts = shown
    .slice(0, most)
    .map((figure, at) =>
      toFact(figure, at === 0 ? names.subject(figure) : names.label(figure, main), { names, citations, store }),
    );
  const details = [
    sentence(noteOf(main, names)),
    ...sentences(ordered, reading, names, store),
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
    chart: chartOf(ordered, names, store),
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

/** The condition or scope that belongs to the figure: "Andel av medarbetarna, under en sjuårsperiod". */
function noteOf({ observation }: Figure, { locale }: Names): string {
  return locale === 'sv' ? observation.note : observation.noteEn;
}

function sentence(text: string): string {
  return text === '' || /[.!?]$/.test(text) ? text : `${text}.`;
}

/** The winner first where a winner is asked for; else as asked. */
export function inOrder(figures: readonly Figure[], reading: Reading, store: StatisticsStore): Figure[] {
  const { wants, groups } = reading;
  if (wants.change && groups) {
    const changed = changesOf(figures, reading, store).map(({ now }) => now);
    return [...changed, ...figures.filter((figure) => !changed.includes(figure))];
  }
  const way = extremeOf(figures, wants.extreme, store) ?? (groups || wants.ranking ? 'highest' : undefined);
  if (way === undefined || figures.length < 2 || !sameMeasure(figures)) return [...figures];
  return [...figures].sort((a, b) => (way === 'highest' ? b.number - a.number : a.number - b.number));
}

function extremeOf(
  figures: readonly Figure[],
  extreme: Reading['wants']['extreme'],
  store: StatisticsStore,
): 'highest' | 'lowest' | undefined {
  if (extreme === undefined || extreme === 'highest' || extreme === 'lowest') return extreme;
  const { better } = store.measure(figures[0]!.observation.measure);
  if (better === undefined) return 'highest';
  return (extreme === 'best') === (better === 'higher') ? 'highest' : 'lowest';
}

function sameMeasure(figures: readonly Figure[]): boolean {
  return figures.every(({ observation }) => observation.measure === figures[0]!.observation.measure);
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

function sentences(figures: readonly Figure[], reading: Reading, names: Names, store: StatisticsStore): string[] {
  const texts = statisticsTexts[names.locale];
  const [main, second] = figures as [Figure, Figure | undefined];
  const beside = lookBeside(main, reading, store);
  const { wants } = reading;
  const lines: string[] = [];
  for (const figure of figures) {
    const { conflicting } = lookBeside(figure, reading, store);
    if (conflicting.length > 0)
      lines.push(
        texts.conflict(
          [figure, ...conflicting].map(({ observation }) => display(observation, names.locale)).join(texts.and),
        ),
      );
  }
  const way = extremeOf(figures, wants.extreme, store);
  if (way !== undefined && figures.length > 1 && sameMeasure(figures) && !wants.change)
    lines.push(extremeSentence(way, figures, names));
  if (wants.change && reading.groups) lines.push(changesList(figures, reading, names, store));
  if ((wants.change || reading.times.length > 1) && figures.length === 1 && beside.before)
    lines.push(changeSentence(main, beside.before, names));
  const goalOfWhole = !isGoal(main) && reading.kind === 'target' && figures.length === 1 ? beside.goals[0] : undefined;
  if (goalOfWhole) lines.push(texts.noOwnGoal, targetSentence(main, goalOfWhole, names, store));
  if (wants.beyond && reading.groups && beside.goals[0])
    lines.push(beyondSentence(wants.beyond, figures, beside.goals[0], names));
  if (isGoal(main) && beside.outcome) lines.push(targetSentence(beside.outcome, main, names, store));
  else if (
    isGoal(main) &&
    reading.kind === 'target' &&
    figures.length === 1 &&
    !beside.outcome &&
    hasOutcomes(main, store)
  )
    lines.push(texts.noOutcome);
  const additive = store.measure(main.observation.measure).additive;
  if (wants.share && additive && beside.whole && figures.length === 1)
    lines.push(shareSentence(main, beside.whole, names));
  if (figures.length === 2 && second && sameMeasure(figures) && sameTime(main, second) && way === undefined)
    lines.push(compareSentence(main, second, names));
  if (wants.sum && additive && figures.length > 1 && figures.every((figure) => sameTime(figure, main)))
    lines.push(sumSentence(figures, names));
  return lines;
}

/** How each of several changed, those that went the asked way, the greatest change first. */
function changesList(figures: readonly Figure[], reading: Reading, names: Names, store: StatisticsStore): string {
  const changes = changesOf(figures, reading, store).filter(
    ({ by }) => reading.wants.way === undefined || (reading.wants.way === 'up' ? by > 0 : by < 0),
  );
  const texts = statisticsTexts[names.locale];
  if (changes.length === 0) return texts.noneChanged;
  return changes
    .map(
      ({ now, before }) => `- ${names.shortPlace(now.observation.population)}: ${changeSentence(now, before, names)}`,
    )
    .join('\n');
}

interface Change {
  readonly now: Figure;
  readonly before: Figure;
  readonly by: number;
}

function changesOf(figures: readonly Figure[], reading: Reading, store: StatisticsStore): Change[] {
  return figures
    .flatMap((now) => {
      const { before } = lookBeside(now, reading, store);
      return before ? [{ now, before, by: now.number - before.number }] : [];
    })
    .sort((a, b) =>
      reading.wants.way === 'down'
        ? a.by - b.by
        : reading.wants.way === 'up'
          ? b.by - a.by
          : Math.abs(b.by) - Math.abs(a.by),
    );
}

function hasOutcomes(figure: Figure, store: StatisticsStore): boolean {
  return store.figures(figure.observation.measure).some(({ observation }) => observation.kind === 'utfall');
}

function gaps(missing: readonly Missing[], names: Names): string[] {
  return missing.map(({ measure, place, breakdown }) =>
    statisticsTexts[names.locale].missingToo(
      [measure && names.measure(measure), place && names.place(place), ...breakdown].filter(Boolean).join(', '),
    ),
  );
}

/** What facts are written with. */
interface Writing {
  readonly names: Names;
  readonly citations: CitationList;
  readonly store: StatisticsStore;
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
  return [
    ...(assumed.place && !reading.groups ? [texts.assumedPopulation(names.place(main.observation.population))] : []),
    ...(reading.carried.place ? [texts.carriedPopulation(names.place(main.observation.population))] : []),
    ...(assumed.period ? [texts.assumedPeriod(names.period(main))] : []),
  ];
}

function unique(figures: readonly Figure[]): Figure[] {
  return [...new Set(figures)];
}
