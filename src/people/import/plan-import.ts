import type { Person } from '../person.js';
import { findRefusals, type Refusal } from './find-refusals.js';

/** One field of a person that an import changes, as text; roles joined by |, nothing as ''. */
export interface FieldChange {
  readonly field: keyof Person;
  readonly before: string;
  readonly after: string;
}

export interface PersonChange {
  readonly before: Person;
  readonly after: Person;
  readonly fields: readonly FieldChange[];
}

/** What an import would do. Applied only when `refusals` is empty. */
export interface ImportPlan {
  readonly added: readonly Person[];
  readonly changed: readonly PersonChange[];
  readonly unchanged: readonly Person[];
  /** In the directory but not in the file: kept, or removed when that was asked for. */
  readonly missing: { readonly people: readonly Person[]; readonly fate: 'kept' | 'removed' };
  readonly refusals: readonly Refusal[];
  /** The whole directory as it would be, the file's people first: what PeopleStore writes as the next generation. */
  readonly result: readonly Person[];
}

/**
 * Compares the directory with the people of a file. Pure. A plan without refusals leaves a sound directory: nobody's id or
 * e-mail twice, every manager there, no circle among managers, no organisation without the hr it had, and never nobody.
 */
export function planImport({
  current,
  incoming,
  removeMissing,
}: {
  readonly current: readonly Person[];
  readonly incoming: readonly Person[];
  readonly removeMissing: boolean;
}): ImportPlan {
  const before = new Map(current.map((person) => [person.id, person]));
  const inFile = new Set(incoming.map(({ id }) => id));
  const added: Person[] = [];
  const changed: PersonChange[] = [];
  const unchanged: Person[] = [];
  for (const person of incoming) {
    const old = before.get(person.id);
    const fields = old ? compare(old, person) : [];
    if (!old) added.push(person);
    else if (fields.length > 0) changed.push({ before: old, after: person, fields });
    else unchanged.push(person);
  }
  const missing = current.filter(({ id }) => !inFile.has(id));
  const result = removeMissing ? incoming : [...incoming, ...missing];
  const refusals = findRefusals({ current, incoming, result });
  const fate = removeMissing ? 'removed' : 'kept';
  return { added, changed, unchanged, missing: { people: missing, fate }, refusals, result };
}

/** Whether applying the plan would change anything at all. */
export function changesAnything({ added, changed, missing }: ImportPlan): boolean {
  return added.length > 0 || changed.length > 0 || (missing.fate === 'removed' && missing.people.length > 0);
}

const FIELDS = [
  'name',
  'email',
  'organisation',
  'department',
  'unit',
  'function',
  'occupationalGroup',
  'employedFrom',
  'language',
  'managerId',
  'roles',
] as const satisfies readonly (keyof Person)[];

function compare(before: Person, after: Person): FieldChange[] {
  return FIELDS.map((field) => ({ field, before: textOf(before[field]), after: textOf(after[field]) })).filter(
    (change) => change.before !== change.after,
  );
}

function textOf(value: string | readonly string[] | undefined): string {
  return typeof value === 'string' ? value : [...(value ?? [])].sort().join('|');
}
