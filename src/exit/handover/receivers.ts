import type { Person } from '../../people/index.js';
import type { ExitCase, Handover } from '../case/exit-case.js';
import { stateOf } from './handover.js';

type Colleague = Pick<Person, 'id' | 'name'>;

/**
 * The people whose whole names stand in what was written of to whom a part goes: "Maja Strandhäll", "Yasmin Karimzadeh (schema)".
 * A name that several bear names nobody, nor does a part of a longer name. Pure.
 */
export function namedIn(to: string, people: readonly Colleague[]): readonly string[] {
  let left = ` ${wordsOf(to)} `;
  const bearers = new Map<string, string[]>();
  for (const { id, name } of people) bearers.set(wordsOf(name), [...(bearers.get(wordsOf(name)) ?? []), id]);
  // The longest first, so that "Anna Eva Berg" is not Eva Berg as well.
  const names = [...bearers.keys()].filter((name) => name.includes(' ')).sort((a, b) => b.length - a.length);
  return names.flatMap((name) => {
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
  if (person === employee) return new Set();
  const isTheirs = (part: Handover) => stateOf(part) !== 'open' && namedIn(part.to, people).includes(person);
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
