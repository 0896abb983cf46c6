import type { UnitDigest } from '../round/index.js';

/** How far one person has come in one department. */
export interface PersonCount {
  readonly person: string;
  readonly department: string;
  readonly units: readonly string[];
  readonly items: number;
  readonly answered: number;
}

export interface DepartmentCount {
  readonly department: string;
  readonly items: number;
  readonly answered: number;
  /** Different people, and those of them with nothing left to answer. */
  readonly persons: number;
  readonly done: number;
}

/** How far a round has come. `done`, `begun` and `silent` are people: all, some and none of their items are answered. */
export interface RoundCount {
  readonly items: number;
  readonly answered: number;
  readonly done: number;
  readonly begun: number;
  readonly silent: number;
  /** By name. */
  readonly departments: readonly DepartmentCount[];
  readonly people: readonly PersonCount[];
}

interface Tally {
  items: number;
  answered: number;
}

const collator = new Intl.Collator('sv');

/**
 * Counts a round from the digests of its units, which hold each item's answer in a word and whom it is asked. An item that several
 * may answer counts for each of them, and is done for all when one has answered. Keeps a row a person, not an item.
 */
export async function countRound(digests: AsyncIterable<UnitDigest>): Promise<RoundCount> {
  const departments = new Map<string, Tally>();
  const people = new Map<string, Tally & { person: string; department: string; units: Set<string> }>();
  for await (const { department, unit, persons, items } of digests) {
    const place = departments.get(department) ?? { items: 0, answered: 0 };
    departments.set(department, place);
    for (const { said, persons: places } of Object.values(items)) {
      const isAnswered = Number(said !== '');
      add(place, isAnswered);
      for (const at of new Set(places)) {
        const person = persons[at];
        if (person === undefined) continue;
        const key = `${department}\n${person}`;
        const own = people.get(key) ?? { person, department, units: new Set(), items: 0, answered: 0 };
        people.set(key, own);
        own.units.add(unit === '' ? department : unit);
        add(own, isAnswered);
      }
    }
  }
  const rows = [...people.values()].map((row): PersonCount => ({
    ...row,
    units: [...row.units].sort(collator.compare),
  }));
  const whole = totalsOf(rows);
  return {
    items: total([...departments.values()], 'items'),
    answered: total([...departments.values()], 'answered'),
    done: whole.filter(isDone).length,
    begun: whole.filter((one) => !isDone(one) && one.answered > 0).length,
    silent: whole.filter(({ answered }) => answered === 0).length,
    departments: [...departments]
      .map(([department, { items, answered }]) => {
        const own = rows.filter((row) => row.department === department);
        return { department, items, answered, persons: own.length, done: own.filter(isDone).length };
      })
      .sort((a, b) => collator.compare(a.department, b.department)),
    people: rows,
  };
}

export function isDone({ items, answered }: Tally): boolean {
  return answered === items;
}

function add(tally: Tally, answered: number): void {
  tally.items += 1;
  tally.answered += answered;
}

function total(tallies: readonly Tally[], what: keyof Tally): number {
  return tallies.reduce((sum, tally) => sum + tally[what], 0);
}

/** Each person once, over all departments. */
function totalsOf(rows: readonly PersonCount[]): Tally[] {
  const byPerson = new Map<string, Tally>();
  for (const { person, items, answered } of rows) {
    const all = byPerson.get(person) ?? { items: 0, answered: 0 };
    byPerson.set(person, { items: all.items + items, answered: all.answered + answered });
  }
  return [...byPerson.values()];
}
