import { expect, it } from 'vitest';
import { judgedQuestions, scoresOf } from './score-sets.js';

/** Every eighth question keeps the gate quick; scores.long.test.ts asks all. */
const EVERY = 8;

it('the question sets are answered as well as they were, with hardly a wrong figure', () => {
  const scores = scoresOf(judgedQuestions().filter((_, at) => at % EVERY === 0));
  const share = (kind: string) => scores.get(kind)!.right / scores.get(kind)!.of;
  expect(scores.get('statistic')!.of).toBeGreaterThan(100);
  expect(share('statistic')).toBeGreaterThan(0.9);
  expect(share('unknown')).toBeGreaterThan(0.95);
  expect(share('routine')).toBeGreaterThan(0.85);
  expect(share('smalltalk')).toBe(1);
  expect(scores.get('statistic')!.wrongFigures / scores.get('statistic')!.of).toBeLessThan(0.03);
}, 120_000);
