import { expect, it } from 'vitest';
import { missedOf, missedWordings, wordings } from './every-observation.js';
import { knowledge } from './engine.js';

it('every figure is the first of the answer when asked for by its name and three other wordings', () => {
  expect(missedOf(knowledge.observations)).toEqual([]);
});

it('figures are found by nearly every wording of the vocabulary', () => {
  expect(wordings.length).toBeGreaterThan(1500);
  expect(missedWordings(wordings).length).toBeLessThanOrEqual(wordings.length * 0.01);
});
