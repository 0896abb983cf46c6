import type { Score } from './figures.js';

/** The scores of one group; the last group may be the rest, which is not shown and must not be found by subtraction. */
export interface ScoreRow {
  readonly name: string;
  readonly scores: readonly number[];
}

type Kind = Score['kind'];

/**
 * How far from an end a sum must lie, so that it tells of no score whether anybody gave it. On a scale a single 1 among fives takes four
 * points away: from four on, anything is possible. Of recommendations one detractor or two passives take two away.
 */
const FROM_THE_END = { scale: 4, recommend: 2 } as const satisfies Record<Kind, number>;

/** The sum, or the bound that is told of one that lies at an end. */
export function scoreOf(kind: Kind, scores: readonly number[]): Score {
  const sum = total(scores);
  const end = endOf(kind, scores);
  const [low, high] = boundsOf(kind, scores.length);
  if (end === undefined) return { kind, answers: scores.length, sum };
  return { kind, answers: scores.length, sum: end === 'high' ? high : low, end };
}

/**
 * Which groups' scores may be shown beside the whole's: what is left when all exact ones are taken away is nobody, or a group of
 * at least `least` whose sum lies at no end. The smallest goes first, until that holds.
 */
export function showable(kind: Kind, groups: readonly ScoreRow[], rest: readonly number[], least: number): ScoreRow[] {
  const whole = [...groups.flatMap(({ scores }) => scores), ...rest];
  if (whole.length < least) return [];
  let shown = groups.filter(({ scores }) => scores.length >= least);
  while (shown.length > 0) {
    const exact = new Set(shown.filter(({ scores }) => endOf(kind, scores) === undefined).map(({ name }) => name));
    const hidden = groups.filter(({ name }) => !exact.has(name)).flatMap(({ scores }) => scores);
    const left = [...hidden, ...rest];
    const isWholeExact = endOf(kind, whole) === undefined;
    const isSafe = left.length === 0 || (left.length >= least && (!isWholeExact || endOf(kind, left) === undefined));
    // How many did not answer is found by subtraction as well: those who are not shown must be enough.
    const unshown =
      left.length - total(shown.filter(({ name }) => !exact.has(name)).map(({ scores }) => scores.length));
    if (isSafe && (unshown === 0 || unshown >= least)) return shown;
    const smallest = shown.reduce((least_, one) => (one.scores.length < least_.scores.length ? one : least_));
    shown = shown.filter((one) => one !== smallest);
  }
  return [];
}

function endOf(kind: Kind, scores: readonly number[]): Score['end'] {
  const sum = total(scores);
  const [low, high] = boundsOf(kind, scores.length);
  if (sum >= high) return 'high';
  return sum <= low ? 'low' : undefined;
}

/** From where on, and down to where, only the bound is told. */
function boundsOf(kind: Kind, answers: number): readonly [low: number, high: number] {
  const away = FROM_THE_END[kind];
  return kind === 'scale' ? [answers + away, 5 * answers - away] : [-answers + away, answers - away];
}

function total(scores: readonly number[]): number {
  return scores.reduce((sum, score) => sum + score, 0);
}
