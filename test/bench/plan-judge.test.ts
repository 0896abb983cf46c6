import { describe, expect, it } from 'vitest';
import { judge, type Measured } from './plan/judge.js';

const measured = (items: number, summaryMs: number, [summary = 0, docx = 0, xlsx = 0]: readonly number[]): Measured => {
  const took = (peak: number) => ({ items, summaryMs, ms: summaryMs, rssMb: { before: 100, peak } });
  return { summary: took(summary), docx: took(docx), xlsx: took(xlsx) };
};
const SMALL = measured(4500, 300, [200, 200, 200]);
const LIMITS = { ms: 2000, growth: 1.5 };

describe('what the bench of reports says of a round and of one ten times smaller', () => {
  it('is nothing up to the limits', () => {
    expect(judge(SMALL, measured(45_000, 2000, [200, 250, 300]), LIMITS)).toEqual([]);
  });

  it('is that the figures were slow, and whose memory grew', () => {
    expect(judge(SMALL, measured(45_000, 2001, [200, 304, 400]), LIMITS)).toEqual([
      'The figures of 45000 items took 2001 ms, more than 2000.',
      'The peak of memory of docx grew 1.52 times from a tenth of the round, more than 1.5.',
      'The peak of memory of xlsx grew 2 times from a tenth of the round, more than 1.5.',
    ]);
  });
});
