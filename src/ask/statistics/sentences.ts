import { decimalsOf, display, displayDifference } from '../phrase/number.js';
import { statisticsTexts } from '../phrase/statistics-texts.js';
import { areComparable, isGoal } from './match.js';
import type { Names } from './names.js';
import type { Figure, StatisticsStore } from './store.js';

/** "0,1 procentenheter" between two figures, with the decimals of the finer one. */
function difference(a: Figure, b: Figure, names: Names): string {
  const decimals = Math.max(decimalsOf(a.observation.value), decimalsOf(b.observation.value));
  return displayDifference(a.number - b.number, decimals, a.observation.unit, names.locale);
}

function shown({ observation }: Figure, names: Names): string {
  return display(observation, names.locale);
}

/** Rule "change": the later figure less the earlier, direction said in words; unlike periods are flagged, unlike units refused. */
export function changeSentence(now: Figure, before: Figure, names: Names): string {
  const texts = statisticsTexts[names.locale];
  if (now.observation.unit !== before.observation.unit) return texts.unlikeUnits;
  const [later, earlier] = now.period.last >= before.period.last ? [now, before] : [before, now];
  const from = { period: names.period(earlier), display: shown(earlier, names) };
  const to = { period: names.period(later), display: shown(later, names) };
  const sentence =
    later.number === earlier.number
      ? texts.unchanged(from, to)
      : texts.changed(later.number > earlier.number ? 'up' : 'down', difference(later, earlier, names), from, to);
  return areComparable(now.period, before.period) ? sentence : `${sentence} ${texts.unlikePeriods}`;
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

/** Rule "extreme": the first of the figures in order, ties together. */
export function extremeSentence(extreme: 'highest' | 'lowest', ordered: readonly Figure[], names: Names): string {
  const texts = statisticsTexts[names.locale];
  const [first] = ordered;
  const tied = ordered.filter(({ number }) => number === first!.number);
  const places = tied.map(({ observation }) => names.shortPlace(observation.population)).join(texts.and);
  return texts.extreme(extreme, places, shown(first!, names));
}

/** Rule "beyond": those of the figures that lie on one side of the goal, the farthest first. */
export function beyondSentence(
  side: 'above' | 'below',
  figures: readonly Figure[],
  goal: Figure,
  names: Names,
): string {
  const texts = statisticsTexts[names.locale];
  const beyond = figures.filter(({ number }) => (side === 'above' ? number > goal.number : number < goal.number));
  const list = beyond.map((figure) => `${names.shortPlace(figure.observation.population)} (${shown(figure, names)})`);
  return texts.beyond(side, shown(goal, names), list.join(', '));
}

/** Rule "comparison": of two figures of the same measure and time, how much the first lies above or below the second. */
export function compareSentence(a: Figure, b: Figure, names: Names): string {
  const texts = statisticsTexts[names.locale];
  const labels: [string, string] = [names.label(a, b), names.label(b, a)];
  if (a.number === b.number) return texts.equal(...labels, shown(a, names));
  return texts.compared(a.number > b.number, ...labels, difference(a, b, names));
}

/** Rule "share": a count over the count of its whole at the same time, for measures whose parts add up. */
export function shareSentence(part: Figure, whole: Figure, names: Names): string {
  const share = ((100 * part.number) / whole.number).toFixed(1);
  const text = display({ value: share, valueTo: '', unit: 'procent', qualifier: '' }, names.locale);
  return statisticsTexts[names.locale].share(
    text,
    shown(part, names),
    shown(whole, names),
    names.place(whole.observation.population),
  );
}

/** Rule "sum": counts of the same measure and time whose parts add up. */
export function sumSentence(figures: readonly Figure[], names: Names): string {
  const sum = String(figures.reduce((total, { number }) => total + number, 0));
  const text = display({ value: sum, valueTo: '', unit: figures[0]!.observation.unit, qualifier: '' }, names.locale);
  return statisticsTexts[names.locale].sum(text, figures.map((figure) => shown(figure, names)).join(' + '));
}
