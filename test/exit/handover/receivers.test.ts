import { describe, expect, it } from 'vitest';
import { namedIn } from '../../../src/exit/handover/receivers.js';

const people = [
  { id: 'maja', name: 'Maja Strandhäll' },
  { id: 'eva', name: 'Eva Berg' },
  { id: 'anna', name: 'Anna Eva Berg' },
  { id: 'one', name: 'Kim Ek' },
  { id: 'two', name: 'Kim Ek' },
  { id: 'al', name: 'Al-Amin, Noor' },
];

describe('who is named as the receiver of a part', () => {
  it.each([
    ['Maja Strandhäll', ['maja']],
    ['maja  strandhäll (schema)', ['maja']],
    ['Maja Strandhäll och Eva Berg', ['maja', 'eva']],
    // A longer name is not the shorter one within it; both, when both are there.
    ['Anna Eva Berg', ['anna']],
    ['Eva Berg, Anna Eva Berg', ['anna', 'eva']],
    ['Maja', []],
    ['Maja Strandhälls vikarie', []],
    ['Eva Berglund', []],
    // Two bear the name: neither is meant for sure.
    ['Kim Ek', []],
    ['noor al-amin', []],
    ['Al-Amin Noor', ['al']],
    ['Biträdande enhetschef', []],
    ['', []],
  ])('%s', (to, ids) => {
    expect(namedIn(to, people)).toEqual(ids);
  });
});
