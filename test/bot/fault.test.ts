import { describe, expect, it } from 'vitest';
import { bothFailed, faultReference } from '../../src/bot/fault.js';

describe('the number of a fault', () => {
  it('is eight signs that nobody mixes up', () => {
    let next = 0;
    const everySign = Array.from({ length: 4 }, () => faultReference((max) => next++ % max)).join('');
    expect(everySign.replaceAll('-', '')).toBe('23456789ABCDEFGHJKLMNPQRSTUVWXYZ');
    expect(faultReference(() => 0)).toBe('2222-2222');
  });

  it('differs from time to time', () => {
    expect(new Set(Array.from({ length: 100 }, () => faultReference())).size).toBe(100);
  });
});

describe('two faults at once', () => {
  it('are one error that holds both', () => {
    const first = new Error('first');
    const both = bothFailed(first, 'nor could it be kept', new Error('second'));
    expect(both.message).toBe('first (nor could it be kept: second)');
    expect(both.cause).toBe(first);
  });
});
