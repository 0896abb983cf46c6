import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bands, bandsOf, tellableBands } from '../../../src/exit/picture/shares.js';

const LEAST = 3;
const VALUES = { scale: [1, 2, 3, 4, 5], recommend: [-1, 0, 1] } as const;
type Kind = keyof typeof VALUES;

/** How many gave each score. */
type Tally = readonly number[];
const tallyOf = (kind: Kind, scores: readonly number[]): Tally =>
  VALUES[kind].map((value) => scores.filter((score) => score === value).length);
const plus = (a: Tally, b: Tally): Tally => a.map((count, at) => count + b[at]!);
const sumOf = (kind: Kind, tally: Tally) => tally.reduce((sum, count, at) => sum + count * VALUES[kind][at]!, 0);
const scoresOf = (kind: Kind, tally: Tally) =>
  tally.flatMap((n, at) => Array.from({ length: n }, () => VALUES[kind][at]!));

function ways(total: number, parts: number): number[][] {
  if (parts === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, first) => first).flatMap((first) =>
    ways(total - first, parts - 1).map((rest) => [first, ...rest]),
  );
}

const group = (kind: Kind) =>
  fc.array(fc.constantFrom(...VALUES[kind]), { minLength: 5, maxLength: kind === 'scale' ? 7 : 12 });
const groups = (kind: Kind) => fc.array(group(kind), { minLength: 2, maxLength: 3 });

describe.each(['scale', 'recommend'] as const)('the bands of a %s', (kind) => {
  it('leave for every small count of every group, and of all together, another way to give scores', () => {
    let told = 0;
    fc.assert(
      fc.property(groups(kind), fc.boolean(), (all, hasRest) => {
        const named = all.map((scores, n) => ({ name: String(n), scores }));
        const [shown, rest] = hasRest ? [named.slice(0, -1), all.at(-1)!] : [named, []];
        const bands = tellableBands(kind, { shown, rest }, LEAST);
        if (!bands) return;
        told += 1;
        // Each group's ways to give scores with the number and the sum that are known, and the bands where they are told.
        const own = all.map((scores, n): Tally[] => {
          const tally = tallyOf(kind, scores);
          const shownBands = bands.departments.get(String(n));
          return ways(scores.length, VALUES[kind].length).filter(
            (other) =>
              sumOf(kind, other) === sumOf(kind, tally) &&
              (!shownBands || String(bandsOf(kind, scoresOf(kind, other))) === String(shownBands)),
          );
        });
        const everything = own.reduce<Tally[][]>(
          (found, list) => found.flatMap((one) => list.map((tally) => [...one, tally])),
          [[]],
        );
        const fitting = everything.filter((tables) => {
          const whole: Bands = bandsOf(kind, scoresOf(kind, tables.reduce(plus)));
          return String(whole) === String(bands.whole);
        });
        const actual = all.map((scores) => tallyOf(kind, scores));
        const subsets = Array.from({ length: 2 ** all.length - 1 }, (_, n) => n + 1);
        for (const subset of subsets) {
          const of = (tables: readonly Tally[]) => tables.filter((_, n) => (subset >> n) & 1).reduce(plus);
          const mine = of(actual);
          mine.forEach((count, at) => {
            if (count < LEAST) expect(new Set(fitting.map((tables) => of(tables)[at])).size).toBeGreaterThan(1);
          });
        }
      }),
      { numRuns: 200 },
    );
    expect(told).toBeGreaterThan(3);
  });
});

describe('tellableBands', () => {
  it('tells the whole and departments in which every band is large, and hides those of a small one behind another', () => {
    const even = [1, 2, 2, 3, 3, 3, 4, 4, 5, 5];
    const large = { name: 'Förskola', scores: even };
    expect(tellableBands('scale', { shown: [large], rest: even }, LEAST)).toEqual({
      whole: [6, 6, 8],
      departments: new Map([['Förskola', [3, 3, 4]]]),
    });
    // The rest alone has one in the middle: neither is told by itself.
    const split = tellableBands('scale', { shown: [large], rest: [1, 2, 2, 2, 3, 4, 5, 5] }, LEAST);
    expect(split).toEqual({ whole: [7, 4, 7], departments: new Map() });
  });

  it('tells nothing where a band of the whole is small, or single scores would follow', () => {
    expect(tellableBands('recommend', { shown: [], rest: [1, 1, 1, 0, 0, 0, -1, -1] }, LEAST)).toBeUndefined();
    // Three ones and three fives: nothing else makes this sum.
    expect(tellableBands('scale', { shown: [], rest: [2, 2, 2, 3, 3, 3, 5, 5, 5] }, LEAST)).toBeUndefined();
  });
});
