import type { Score } from './figures.js';

type Kind = Score['kind'];

/** How many gave low, middle and high scores: 1–2, 3 and 4–5 of a scale; detractors, passives and promoters of recommendations. */
export type Bands = readonly [low: number, middle: number, high: number];

/** A group of which the number of answers and their sum are known. */
export interface Scored {
  readonly name: string;
  readonly scores: readonly number[];
}

/** What an attacker knows at most of a group whose bands are not shown, with the bands that it has. */
interface Known {
  readonly sum: number;
  readonly bands: Bands;
}

/**
 * Of whom the bands are told beside indexes that are told already. `shown`: departments with their index, largest first; `rest`: all
 * others together. The whole comes first; undefined when nothing may be told. No band under `least` is told or follows, nor
 * whether anybody gave a single score: for each there is another way to give scores that fits all that is told.
 */
export function tellableBands(
  kind: Kind,
  { shown, rest }: { readonly shown: readonly Scored[]; readonly rest: readonly number[] },
  least: number,
): { readonly whole: Bands; readonly departments: ReadonlyMap<string, Bands> } | undefined {
  const knownOf = (scores: readonly number[]): Known => ({ sum: total(scores), bands: bandsOf(kind, scores) });
  const isLarge = ({ bands }: Known) => bands.every((count) => count >= least);
  const groups = shown.map(({ name, scores }) => ({ name, ...knownOf(scores) }));
  const left = rest.length > 0 ? [{ name: '', ...knownOf(rest) }] : [];
  const whole = knownOf([...shown.flatMap(({ scores }) => scores), ...rest]);
  if (!isLarge(whole) || ![...groups, ...left].every((one) => isTurnable(kind, one))) return undefined;
  for (let told = groups.filter(isLarge); ; told = told.slice(0, -1)) {
    const others = [...groups.filter((one) => !told.includes(one)), ...left];
    if (isHidden(kind, others, isLarge))
      return { whole: whole.bands, departments: new Map(told.map(({ name, bands }) => [name, bands])) };
    if (told.length === 0) return undefined;
  }
}

export function bandsOf(kind: Kind, scores: readonly number[]): Bands {
  const [from, to] = kind === 'scale' ? [3, 3] : [0, 0];
  const count = (is: (score: number) => boolean) => scores.filter(is).length;
  return [count((score) => score < from), count((score) => score >= from && score <= to), count((score) => score > to)];
}

/** Whether the bands of these together, which follow by subtraction, are large, and each could exchange some with the largest. */
function isHidden(kind: Kind, others: readonly Known[], isLarge: (one: Known) => boolean): boolean {
  if (others.length === 0) return true;
  if (!isLarge({ sum: 0, bands: together(others.map(({ bands }) => bands)) })) return false;
  const size = ({ bands }: Known) => total(bands);
  const largest = others.reduce((found, one) => (size(one) > size(found) ? one : found));
  return others.every((one) => one === largest || [0, 1, 2].every((band) => canExchange(kind, one, largest, band)));
}

/** Changes of bands that leave the number of answers as it is. */
const CHANGES: readonly Bands[] = [-2, -1, 0, 1, 2].flatMap((low) =>
  [-2, -1, 0, 1, 2].map((middle): Bands => [low, middle, -low - middle]),
);

/** Whether `one` can have another count in a band and the other the opposite, both with the sums that are known. */
function canExchange(kind: Kind, one: Known, other: Known, band: number): boolean {
  return CHANGES.some(
    (change) =>
      change[band] !== 0 &&
      isPossible(kind, { ...one, bands: together([one.bands, change]) }) &&
      isPossible(kind, { ...other, bands: together([other.bands, opposite(change)]) }),
  );
}

function isPossible(kind: Kind, { sum, bands }: Known): boolean {
  const [low, middle, high] = bands;
  if (bands.some((count) => count < 0)) return false;
  if (kind === 'recommend') return high - low === sum;
  return sum >= low + 3 * middle + 4 * high && sum <= 2 * low + 3 * middle + 5 * high;
}

/** Whether more than one number of ones, and with it of twos, fours and fives, fits the sum and the bands. */
function isTurnable(kind: Kind, { sum, bands: [low, middle, high] }: Known): boolean {
  if (kind === 'recommend') return true;
  const fivesLessOnes = sum - 2 * low - 3 * middle - 4 * high;
  return Math.max(0, -fivesLessOnes) < Math.min(low, high - fivesLessOnes);
}

function together(all: readonly Bands[]): Bands {
  return all.reduce<Bands>(([a, b, c], [low, middle, high]) => [a + low, b + middle, c + high], [0, 0, 0]);
}

function opposite([low, middle, high]: Bands): Bands {
  return [-low, -middle, -high];
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
