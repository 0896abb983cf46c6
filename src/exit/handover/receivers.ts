import type { Person } from '../../people/index.js';
import type { ExitCase, Handover } from '../case/exit-case.js';
import { stateOf } from './handover.js';

type Colleague = Pick<Person, 'id' | 'name'>;

/** The names of a board, as they are looked for in what somebody wrote. */
interface Names {
  /** Whole names alone, the longest first, so that "Anna Eva Berg" is not Eva Berg as well. */
  readonly whole: readonly string[];
  readonly bearers: ReadonlyMap<string, readonly string[]>;
  readonly byId: ReadonlyMap<string, string>;
}

// A directory gives the same list of people until it changes.
const known = new WeakMap<readonly Colleague[], Names>();

function namesOf(people: readonly Colleague[]): Names {
  const before = known.get(people);
  if (before) return before;
  const byId = new Map(people.map(({ id, name }) => [id, wordsOf(name)]));
  const bearers = new Map<string, string[]>();
  for (const [id, name] of byId) bearers.set(name, [...(bearers.get(name) ?? []), id]);
  const whole = [...bearers.keys()].filter((name) => name.includes(' ')).sort((a, b) => b.length - a.length);
  const names = { whole, bearers, byId };
  known.set(people, names);
  return names;
}

/**
 * The people whose whole names stand in what was written of to whom a part goes: "Maja Strandhäll", "Yasmin Karimzadeh (schema)".
 * A name that several bear names nobody, nor does a part of a longer name. Pure.
 */
export function namedIn(to: string, people: readonly Colleague[]): readonly string[] {
  const { whole, bearers } = namesOf(people);
  let left = ` ${wordsOf(to)} `;
  return whole.flatMap((name) => {
    if (!left.includes(` ${name} `)) return [];
    left = left.replaceAll(` ${name} `, ' , ');
    const ids = bearers.get(name)!;
    return ids.length === 1 ? ids : [];
  });
}

/** The parts that were handed over to a colleague, who may confirm them: none before, for till then nobody need know who leaves. */
export function receivedBy(
  { employee, handover }: Pick<ExitCase, 'employee' | 'handover'>,
  person: string,
  people: readonly Colleague[],
): ReadonlySet<string> {
  const name = namesOf(people).byId.get(person);
  if (person === employee || name === undefined) return new Set();
  // Whether the name stands there at all is known at once; only then does everybody else's matter.
  const isTheirs = (part: Handover) =>
    stateOf(part) !== 'open' &&
    ` ${wordsOf(part.to)} `.includes(` ${name} `) &&
    namedIn(part.to, people).includes(person);
  return new Set(handover.filter(isTheirs).map(({ id }) => id));
}

function wordsOf(text: string): string {
  return (
    text
      .toLocaleLowerCase('sv')
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  );
}
