import { it } from 'vitest';
import { expectScores, judgedQuestions } from './score-sets.js';

/** Every eighth question keeps the gate quick; scores.long.test.ts asks all. */
const EVERY = 8;

it('the question sets are answered as well as they were, with hardly a wrong figure', () => {
  const some = judgedQuestions().filter((_, at) => at % EVERY === 0);
  expectScores(some, { statistics: 100, statistic: 0.9, unknown: 0.95, routine: 0.85, wrongFigures: 0.03 });
}, 120_000);
