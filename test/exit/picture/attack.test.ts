import { describe, expect, it } from 'vitest';
import { scoreOf } from '../../../src/exit/picture/scores.js';
import { tellableBands } from '../../../src/exit/picture/shares.js';
import { attackThePicture } from './support/attack.js';
import { LIMITS } from './support/made-answers.js';

describe('an attack on the picture', () => {
  // A thousand draws: attack.long.test.ts.
  attackThePicture(30);

  it('cannot tell from an index or an eNPS, with its bands where they are told, whether anybody gave a certain score', () => {
    let withBands = 0;
    for (const [kind, values] of [
      ['scale', [1, 2, 3, 4, 5]],
      ['recommend', [-1, 0, 1]],
    ] as const)
      for (let people = 5; people <= 11; people++) {
        const alike = new Map<string, number[][]>();
        for (const scores of draws(values, people)) {
          const score = scoreOf(kind, scores);
          const told = score.end ? undefined : tellableBands(kind, { shown: [], rest: scores }, LIMITS.cell);
          if (told) withBands += 1;
          const key = JSON.stringify([score, told?.whole]);
          alike.set(key, [...(alike.get(key) ?? []), scores]);
        }
        for (const [key, all] of alike)
          for (const value of values) {
            const counts = new Set(all.map((scores) => scores.filter((score) => score === value).length));
            const isSmall = [...counts].some((count) => count < LIMITS.cell);
            if (isSmall) expect(counts.size, `${key} ${value}`).toBeGreaterThan(1);
          }
      }
    expect(withBands).toBeGreaterThan(100);
  });
});

/** Every set of so many scores. */
function draws(values: readonly number[], count: number): number[][] {
  if (count === 0) return [[]];
  return values.flatMap((value, at) => draws(values.slice(at), count - 1).map((rest) => [value, ...rest]));
}
