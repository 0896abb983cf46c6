import { expect, it } from 'vitest';
import { missedOf, missedWordings, sample, wordings } from './every-observation.js';
import { knowledge } from './engine.js';

// One of seven, and one of each measure at least; every-observation.long.test.ts asks for all.
const SHARE = 7;

it('a figure is the first of the answer when asked for by its name and three other wordings', () => {
  const rows = sample(knowledge.observations, ({ measure }) => measure, SHARE);
  expect(new Set(rows.map(({ measure }) => measure)).size).toBe(
    new Set(knowledge.observations.map(({ measure }) => measure)).size,
  );
  expect(rows.length).toBeGreaterThan(knowledge.observations.length / SHARE);
  expect(missedOf(rows)).toEqual([]);
});

it('a figure is found by nearly every wording of the vocabulary', () => {
  expect(wordings.length).toBeGreaterThan(1500);
  const tries = sample(wordings, ({ row }) => row.measure, SHARE);
  expect(tries.length).toBeGreaterThan(wordings.length / SHARE);
  expect(missedWordings(tries).length).toBeLessThanOrEqual(tries.length * 0.01);
});
