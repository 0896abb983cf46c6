import { describe, expect, it } from 'vitest';
import { findPeople } from '../../../src/exit/start/find-people.js';

const people = [
  { name: 'Anna Berg', email: 'anna.berg@x.se' },
  { name: 'Berit Annasdotter', email: 'berit@x.se' },
  { name: 'Hanna Björk', email: 'hanna@x.se' },
  { name: 'Eva-Lotta Kvarnsund', email: 'eva-lotta@x.se' },
  { name: 'Åsa Berg', email: 'asa@x.se' },
  { name: 'Anna Bergström', email: 'ab@x.se' },
];
const names = (typed: string) => findPeople(typed, people).map(({ name }) => name);

describe('a typed name', () => {
  it.each([
    ['anna b', ['Anna Berg', 'Berit Annasdotter', 'Anna Bergström']],
    ['Anna Berg', ['Anna Berg']],
    [' ANNA.BERG@x.se ', ['Anna Berg']],
    ['berg', ['Anna Berg', 'Åsa Berg', 'Anna Bergström']],
    ['asa', ['Åsa Berg']],
    ['lotta', ['Eva-Lotta Kvarnsund']],
    ['nobody', []],
    ['', []],
    ['  ', []],
  ])('%j means %j', (typed, found) => {
    expect(names(typed)).toEqual(found);
  });
});
