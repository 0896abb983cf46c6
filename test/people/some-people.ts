import { COLUMNS } from '../../src/people/import/columns.js';
import type { Person } from '../../src/people/index.js';

/** A v4-shaped id that ends in the number: idOf(7) = …000000000007. */
export function idOf(n: number): string {
  return `a0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

/** An invented person, number n, with what the test is about. */
export function somePerson(n: number, about: Partial<Person> = {}): Person {
  return {
    id: idOf(n),
    name: `Person ${n}`,
    email: `person${n}@ubara.example`,
    organisation: 'Norra nämnden',
    department: 'Förskola',
    unit: 'Solberga',
    function: 'Barnskötare',
    occupationalGroup: 'Barnskötare',
    employedFrom: '2021-08-16',
    language: 'sv',
    roles: ['medarbetare'],
    ...about,
  };
}

export type Cells = Record<(typeof COLUMNS)[number], string>;

/** The cells of person n as the file has them. */
export function cellsOf(person: Person): Cells {
  const { managerId, roles, ...rest } = person;
  return { ...rest, manager: managerId ?? '', roles: roles.join('|') };
}

/** A semicolon file with all columns, one row for each; row 1 is the headings, so person i of the list is on row i + 2. */
export function fileOf(rows: readonly (Person | Cells)[]): string {
  const lines = rows.map((row) => {
    const cells = 'manager' in row ? row : cellsOf(row);
    return COLUMNS.map((column) => cells[column]).join(';');
  });
  return [COLUMNS.join(';'), ...lines].join('\n') + '\n';
}

/** The same numbers each run (mulberry32), for tests over many cases. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}
