import type { Observation } from '../knowledge.js';
import { decimalsOf, display, displayDifference } from '../phrase/number.js';
import { statisticsTexts } from '../phrase/statistics-texts.js';
import { areComparable, isGoal } from './match.js';
import type { Names } from './names.js';
import type { Side } from './reading.js';
import type { Figure, StatisticsStore } from './store.js';

/** "0,1 procentenheter" between two figures, with the decimals of the finer one. */
function difference(a: Figure, b: Figure, names: Names): string {
  const decimals = Math.max(decimalsOf(a.observation.value), decimalsOf(b.observation.value));
  return displayDifference(a.number - b.number, decimals, a.observation.unit, names.locale);
}

function shown({ observation }: Figure, names: Names): string {
  return display(observation, names.locale);
}

/** Rule "change", with a word of care where the periods are unlike. */
export function changeSentence(now: Figure, before: Figure, names: Names): string {
  const sentence = bareChange(now, before, names);
  const isUnlike = now.observation.unit === before.observation.unit && !areComparable(now.period, before.period);
  return isUnlike ? `${sentence} ${statisticsTexts[names.locale].unlikePeriods}` : sentence;
}

/** Rule "change": the later figure less the earlier, direction said in words; unlike units are refused. */
export function bareChange(now: Figure, before: Figure, names: Names): string {
  const texts = statisticsTexts[names.locale];
  if (now.observation.unit !== before.observation.unit) return texts.unlikeUnits;
  const [later, earlier] = now.period.last >= before.period.last ? [now, before] : [before, now];
  const from = { period: names.period(earlier), display: shown(earlier, names) };
  const to = { period: names.period(later), display: shown(later, names) };
  if (later.number === earlier.number) return texts.unchanged(from, to);
  const way = later.number > earlier.number ? 'up' : 'down';
  return changeTexts(texts, later)(way, byHowMuch(later, earlier, names), from, to);
}

/** What is still ahead has not changed: it is expected to. */
function changeTexts(texts: (typeof statisticsTexts)[Names['locale']], later: Figure) {
  return later.observation.kind === 'prognos' ? texts.expected : texts.changed;
}

const SMALLEST_BASE = 20;

/** "44 (9,1 %)": counts also in per cent of the earlier one, unless that is so small that per cent say nothing. */
function byHowMuch(later: Figure, earlier: Figure, names: Names): string {
  const by = difference(later, earlier, names);
  if (later.observation.unit !== 'antal' || earlier.number < SMALLEST_BASE) return by;
  const value = ((100 * Math.abs(later.number - earlier.number)) / earlier.number).toFixed(1);
  return `${by} (${display({ value, valueTo: '', unit: 'procent', qualifier: '' }, names.locale)})`;
}

/** Rule "target": outcome less goal; reached or not by which direction is good for the measure. */
export function targetSentence(outcome: Figure, goal: Figure, names: Names, store: StatisticsStore): string {
  const texts = statisticsTexts[names.locale];
  const { better } = store.measure(outcome.observation.measure);
  const facts = {
    goal: shown(goal, names),
    kind: texts.goalKinds[isGoal(goal) ? (goal.observation.kind as 'mål' | 'årsmål' | 'KF:s årsmål') : 'mål'],
    period: names.period(goal),
    outcome: shown(outcome, names),
    difference: difference(outcome, goal, names),
  };
  if (outcome.number === goal.number) return texts.onTarget(facts);
  const above = outcome.number > goal.number;
  const reached = better === undefined ? undefined : above === (better === 'higher');
  return texts.againstTarget({ ...facts, above, reached });
}

/** Rule "extreme": the first of the figures in order, ties together; or, where that one was asked for, the second. */
export function extremeSentence(
  extreme: 'highest' | 'lowest',
  ordered: readonly Figure[],
  names: Names,
  { isSecond = false } = {},
): string {
  const texts = statisticsTexts[names.locale];
  const [first] = ordered;
  const tied = ordered.filter(({ number }) => number === first!.number);
  const places = tied.map(({ observation }) => names.shortPlace(observation.population)).join(texts.and);
  return (isSecond ? texts.second : texts.extreme)(extreme, places, shown(first!, names));
}

/** Some of several, in the order given. */
interface Some {
  readonly figures: readonly Figure[];
  readonly of: number;
}

/** Rule "beyond": those that lie on one side of a goal or of the whole. */
export function beyondSentence(
  side: Exclude<Side, 'meets' | 'misses'>,
  some: Some,
  than: Figure,
  names: Names,
): string {
  const texts = statisticsTexts[names.locale];
  return (isGoal(than) ? texts.beyond : texts.beyondWhole)(side, shown(than, names), listOf(some, names));
}

/** Rule "held": those that hold the goal, or do not. */
export function heldSentence(isHeld: boolean, some: Some, goal: Figure, names: Names): string {
  return statisticsTexts[names.locale].held(isHeld, shown(goal, names), listOf(some, names));
}

/** "Förskola (9,8 %), Äldreomsorg (8,9 %): 2 av 5", or '' where there are none. */
function listOf({ figures, of }: Some, names: Names): string {
  return figures.length === 0
    ? ''
    : `${placesOf(figures, names)}: ${statisticsTexts[names.locale].someOf(figures.length, of)}`;
}

function placesOf(figures: readonly Figure[], names: Names): string {
  return figures
    .map((figure) => `${names.shortPlace(figure.observation.population)} (${shown(figure, names)})`)
    .join(', ');
}

/** Rule "comparison": of two figures of the same measure and time, how much the first lies above or below the second. */
export function compareSentence(a: Figure, b: Figure, names: Names): string {
  const texts = statisticsTexts[names.locale];
  const labels: [string, string] = [names.label(a, b), names.label(b, a)];
  if (a.number === b.number) return texts.equal(...labels, shown(a, names));
  return texts.compared(a.number > b.number, ...labels, difference(a, b, names));
}

/** Rule "spread": the highest less the lowest. */
export function spreadSentence(figures: readonly Figure[], names: Names): string {
  const ordered = [...figures].sort((a, b) => b.number - a.number);
  return statisticsTexts[names.locale].spread(difference(ordered[0]!, ordered.at(-1)!, names));
}

/** Rule "range": of a figure that is told as from which to which, how far apart these lie. */
export function rangeSentence({ observation }: Figure, names: Names): string {
  const { value, valueTo, unit } = observation;
  const decimals = Math.max(decimalsOf(value), decimalsOf(valueTo));
  const by = displayDifference(Number(valueTo) - Number(value), decimals, unit, names.locale);
  return statisticsTexts[names.locale].spread(by);
}

/** Rule "gap": how far apart two figures lie, now and before. */
export function gapSentence(now: readonly [Figure, Figure], before: readonly [Figure, Figure], names: Names): string {
  const texts = statisticsTexts[names.locale];
  const distance = ([a, b]: readonly [Figure, Figure]) => Math.abs(a.number - b.number);
  const shrinks = Number((distance(now) - distance(before)).toFixed(6));
  return texts.gap(
    { period: names.period(now[0]), display: difference(...now, names) },
    { period: names.period(before[0]), display: difference(...before, names) },
    shrinks === 0 ? 'same' : shrinks < 0 ? 'narrower' : 'wider',
  );
}

/** Rule "remainder": a whole less its part, of the same time and people. */
export function remainderSentence(whole: Figure, part: Figure, names: Names): string {
  const texts = statisticsTexts[names.locale];
  return texts.remainder({
    whole: names.measure(whole.observation.measure),
    part: names.measure(part.observation.measure),
    by: difference(whole, part, names),
    terms: `${shown(whole, names)} − ${shown(part, names)}`,
  });
}

/** Rule "ratio": the first counted over the second, with three figures that tell. */
export function ratioSentence(a: Figure, b: Figure, names: Names): string {
  const ratio = a.number / b.number;
  const value = ratio.toFixed(ratio >= 100 ? 0 : ratio >= 10 ? 1 : 2);
  const text = display({ value, valueTo: '', unit: a.observation.unit, qualifier: '' }, names.locale);
  return statisticsTexts[names.locale].ratio(text, names.label(a, b), names.label(b, a), [
    shown(a, names),
    shown(b, names),
  ]);
}

/** Rule "whole year": what is done so often a term or a month, times as many as a year has. */
export function wholeYearSentence({ observation, number }: Figure, times: number, names: Names): string {
  const inAll = {
    value: String(number * times),
    valueTo: '',
    unit: 'gånger per år',
    qualifier: observation.qualifier,
  } as const;
  return statisticsTexts[names.locale].wholeYear(display(inAll, names.locale), `${number} × ${times}`);
}

/** A part in per cent of a whole, with one decimal; without where one of them is only told as about so many. */
function inPercent(part: Pick<Figure, 'number'> & Partial<Figure>, whole: Figure, names: Names): string {
  const isAbout = [part, whole].some(
    ({ observation }) => observation !== undefined && ABOUT.has(observation.qualifier),
  );
  const value = ((100 * part.number) / whole.number).toFixed(isAbout ? 0 : 1);
  return display({ value, valueTo: '', unit: 'procent', qualifier: isAbout ? 'cirka' : '' }, names.locale);
}

const ABOUT: ReadonlySet<string> = new Set<Observation['qualifier']>(['cirka', 'drygt']);

/** Rule "share": one count in per cent of a larger one of the same time. */
export function shareSentence(part: Figure, whole: Figure, names: Names): string {
  const texts = statisticsTexts[names.locale];
  return texts.share(inPercent(part, whole, names), [shown(part, names), shown(whole, names)]);
}

/** Rule "share of all": a count in per cent of that of the whole organisation, for measures whose parts add up. */
export function shareOfAllSentence(part: Figure, whole: Figure, names: Names): string {
  const texts = statisticsTexts[names.locale];
  const place = names.place(whole.observation.population);
  const terms = [shown(part, names), shown(whole, names)] as const;
  return texts.shareOfAll(inPercent(part, whole, names), terms, place, names.period(part));
}

/** Rule "share of all" of several together. */
export function shareOfSumSentence(figures: readonly Figure[], whole: Figure, names: Names): string {
  const texts = statisticsTexts[names.locale];
  const number = figures.reduce((total, { number }) => total + number, 0);
  const terms = [figures.map((figure) => shown(figure, names)).join(' + '), shown(whole, names)] as const;
  const place = names.place(whole.observation.population);
  return texts.shareOfAll(inPercent({ number }, whole, names), terms, place, names.period(figures[0]!));
}

/** Rule "sum": counts of the same measure and time whose parts add up. */
export function sumSentence(figures: readonly Figure[], names: Names): string {
  const sum = String(figures.reduce((total, { number }) => total + number, 0));
  const text = display({ value: sum, valueTo: '', unit: figures[0]!.observation.unit, qualifier: '' }, names.locale);
  return statisticsTexts[names.locale].sum(text, figures.map((figure) => shown(figure, names)).join(' + '));
}
