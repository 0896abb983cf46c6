import { describe, expect, it } from 'vitest';
import { findCircles } from '../../../src/people/import/find-circles.js';

const people = (...edges: [id: string, managerId?: string][]) => edges.map(([id, managerId]) => ({ id, managerId }));
const circles = (...edges: [string, string?][]) =>
  findCircles(people(...edges)).map((circle) => circle.map(({ id }) => id).join(''));

describe('findCircles', () => {
  it('finds none in a tree', () => {
    expect(circles(['a'], ['b', 'a'], ['c', 'a'], ['d', 'c'], ['e', 'gone'])).toEqual([]);
  });

  it('finds each circle once, without those below it', () => {
    expect(circles(['d', 'a'], ['a', 'b'], ['b', 'a'], ['x', 'y'], ['y', 'z'], ['z', 'x'], ['e', 'd'])).toEqual([
      'ab',
      'xyz',
    ]);
  });

  it('finds one who is the own manager', () => {
    expect(circles(['a', 'a'])).toEqual(['a']);
  });
});
