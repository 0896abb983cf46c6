import { describe, expect, it } from 'vitest';
import { rehearse } from '../../src/broadcast/rehearse.js';
import { colleague } from './support/field.js';

const people = Array.from({ length: 43 }, (_, n) =>
  colleague(n, { name: `Åsa ${String(n).padStart(2, '0')}`, department: n < 13 ? 'Äldreomsorg' : 'Förskola' }),
);
const reachOf = (persons: typeof people) =>
  new Map(persons.map(({ id }) => [id, { person: id, reference: '{}' }] as const));

describe('rehearse', () => {
  it('counts by department, names ten without a chat and says how many more', () => {
    const result = rehearse({ people, unresolved: ['x@y'], duplicates: 2 }, reachOf(people.slice(12)), {
      bytes: 900,
      perSecond: 10,
    });
    expect(result).toEqual({
      people: 43,
      byDepartment: [
        { department: 'Förskola', people: 30 },
        { department: 'Äldreomsorg', people: 13 },
      ],
      withoutChat: { count: 12, names: people.slice(0, 10).map(({ name }) => name), more: 2 },
      duplicates: 2,
      unresolved: ['x@y'],
      bytes: 900,
      // 31 can be reached, ten a second.
      seconds: 4,
      sendAt: undefined,
    });
  });

  it('takes no time when nobody can be reached', () => {
    const result = rehearse({ people, unresolved: [], duplicates: 0 }, new Map(), { bytes: 1, perSecond: 30 });
    expect([result.seconds, result.withoutChat.count]).toEqual([0, 43]);
  });
});
