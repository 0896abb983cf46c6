import { describe, expect, it } from 'vitest';
import { learnLogistic, learnWeights, scoresOf } from '../../../src/ask/ranking/learn.js';

/** Two candidates a question: the first feature tells the right one, the second tells the wrong one, the third nothing. */
const examples = Array.from({ length: 30 }, (_, n) => {
  const good = [1, 0, n % 2];
  const bad = [0, 1, n % 2];
  const right = n % 2;
  return { features: Float64Array.from(right === 0 ? [...good, ...bad] : [...bad, ...good]), right };
});
const options = { width: 3, ridge: 0.4 };

describe('learning to rank', () => {
  it('weighs what tells the right candidate, and never below nothing', () => {
    const weights = learnWeights(examples, options);
    expect(weights[0]).toBeGreaterThan(2);
    expect(weights[1]).toBe(0);
    expect(weights.every((weight) => weight >= 0)).toBe(true);
    for (const { features, right } of examples) {
      const scores = scoresOf(features, weights);
      expect(scores[right]).toBeGreaterThan(scores[1 - right]!);
    }
  });

  it('gives the same weights each time', () => {
    expect(learnWeights(examples, options)).toEqual(learnWeights(examples, options));
  });

  it('makes a chance of outcomes that is right as often as it says', () => {
    const outcomes = Array.from({ length: 100 }, (_, n) => ({
      seen: [n % 2],
      isRight: n % 2 === 1 ? n % 10 !== 1 : n % 10 === 0,
    }));
    const [slope, bias] = learnLogistic(outcomes) as unknown as [number, number];
    const chance = (seen: number) => 1 / (1 + Math.exp(-(slope * seen + bias)));
    expect(chance(1)).toBeGreaterThan(0.7);
    expect(chance(0)).toBeLessThan(0.3);
    expect(learnLogistic(outcomes)).toEqual(learnLogistic(outcomes));
  });
});
