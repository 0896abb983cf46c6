import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../src/ask/text/edit-distance.js';

describe('edit distance', () => {
  it.each([
    ['servise', 'service', 1],
    ['sjukfranvarn', 'sjukfranvaron', 1],
    ['mangar', 'manga', 1],
    ['ab', 'ba', 1],
    ['rutin', 'rutin', 0],
  ])('of %s and %s is %i', (a, b, distance) => {
    expect(editDistance(a, b, 2)).toBe(distance);
    expect(editDistance(b, a, 2)).toBe(distance);
  });

  it('says only that it is more than asked for', () => {
    expect(editDistance('saknarpoang', 'sjukprocent', 2)).toBe(3);
    expect(editDistance('saknarpoang', 'sjukprocent', 1)).toBe(2);
    expect(editDistance('a', 'abcdef', 2)).toBe(3);
  });

  it('takes words of any length', () => {
    const long = 'x'.repeat(500);
    expect(editDistance(long, `${long}y`, 2)).toBe(1);
  });
});
