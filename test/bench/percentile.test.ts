import { describe, expect, it } from 'vitest';
import { percentile, spreadOf } from './percentile.js';

describe('percentiles', () => {
  it('takes the value that the share does not exceed, in any order', () => {
    const values = Array.from({ length: 20 }, (_, index) => 20 - index);
    expect([percentile(values, 0.5), percentile(values, 0.95), percentile(values, 1)]).toEqual([10, 19, 20]);
  });

  it('gives the only value for every share', () => {
    expect([percentile([7], 0), percentile([7], 0.95)]).toEqual([7, 7]);
  });

  it('rounds a spread to hundredths of a millisecond', () => {
    expect(spreadOf([1.2345, 2.3456, 3.4567])).toEqual({ p50: 2.35, p95: 3.46 });
  });

  it('refuses to make up a figure from nothing', () => {
    expect(() => percentile([], 0.5)).toThrow('A percentile of nothing was asked for.');
  });
});
