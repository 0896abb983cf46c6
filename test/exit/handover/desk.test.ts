import { expect, it, vi } from 'vitest';
import type { Turn } from '../../../src/actions/index.js';
import { createDesk } from '../../../src/exit/handover/desk.js';
import { createDirectory, type Person } from '../../../src/people/index.js';
import { KARIN, SARA } from '../../bot/support/people.js';
import { someCase } from '../case/some-case.js';

const CASES = 100;
const PARTS = 5;
const PEOPLE = 2_000;
const { organisation } = KARIN;
const HR: Person = { ...KARIN, id: 'hr', email: 'hr@kommunen.se', name: 'Maja Strandhäll', roles: ['hr'] };
const RECEIVER: Person = { ...SARA, id: 'r', email: 'r@kommunen.se', name: 'Olle Grankvist', organisation };

/** A board, which counts how often somebody's name is read, and its cases, of which one part goes to each of the two above. */
function board() {
  const read = { names: 0 };
  const colleague = (at: number): Person => ({
    ...{ ...SARA, organisation, id: `p${at}`, email: `p${at}@kommunen.se` },
    get name() {
      read.names += 1;
      return `Kim Efternamn${at}`;
    },
  });
  const directory = createDirectory([HR, RECEIVER, ...Array.from({ length: PEOPLE }, (_, at) => colleague(at))]);
  const cases = Array.from({ length: CASES }, (_, at) =>
    someCase({
      ...{ organisation, id: `c${at}`, employee: `p${at}`, manager: `p${at + CASES}` },
      handover: Array.from({ length: PARTS }, (_, part) => ({
        ...{ id: `${at}-${part}`, what: 'Schemat', by: '2026-11-20', addedBy: 'medarbetare' as const },
        ...{ createdAt: new Date('2026-09-02T08:00:00Z'), handedOverAt: new Date('2026-09-03T08:00:00Z') },
        to: part > 0 ? `Kim Efternamn${at + part}` : at === 7 ? RECEIVER.name : at === 8 ? HR.name : 'Vikarien',
      })),
    }),
  );
  const desk = createDesk({
    directory,
    cases: {
      list: async function* () {
        yield* cases;
      },
      find: async (_, id) => cases.find((one) => one.id === id),
      change: () => Promise.reject(new Error('Nothing is changed here.')),
    },
  });
  read.names = 0;
  return { desk, read };
}

async function own({ desk }: ReturnType<typeof board>, person: Person): Promise<string[]> {
  const asker = { kind: 'person', id: person.id, person } as const;
  const turn: Turn = { asker, locale: 'sv', now: new Date('2026-10-01'), conversation: 'personal', context: {} };
  const found = [];
  for await (const { exitCase, viewer, received } of desk.own(turn))
    found.push(`${exitCase.id} ${viewer} ${[...received].join()}`);
  return found;
}

it.each<[string, Person, string]>([
  ['a colleague', RECEIVER, 'c7 mottagare 7-0'],
  ['HR', HR, 'c8 hr 8-0'],
])('who looks for what was handed over among many cases of a large board costs little: %s', async (_, person, seat) => {
  const large = board();
  const [searches, lowerings] = [
    vi.spyOn(String.prototype, 'includes'),
    vi.spyOn(String.prototype, 'toLocaleLowerCase'),
  ];
  try {
    expect(await own(large, person)).toEqual([seat]);
    expect(large.read.names, 'each name once').toBeLessThanOrEqual(PEOPLE);
    searches.mockClear();
    lowerings.mockClear();
    expect(await own(large, person)).toEqual([seat]);
    expect(large.read.names, 'none the second time').toBeLessThanOrEqual(PEOPLE);
    // Each part is read once; the names of all are looked for in the one part that names the person.
    expect(lowerings.mock.calls.length).toBeLessThanOrEqual(CASES * PARTS + 1);
    expect(searches.mock.calls.length).toBeLessThan(CASES * PARTS + PEOPLE + 500);
  } finally {
    searches.mockRestore();
    lowerings.mockRestore();
  }
});
