import { createHash } from 'node:crypto';
import { type Person, type Role, ROLES } from '../../people/index.js';

/** What may be chosen in an organisation: what its own directory holds at this moment. */
export interface Choices {
  readonly roles: readonly (Role | typeof EVERYBODY)[];
  readonly departments: readonly Choice[];
  readonly units: readonly Choice[];
}

/** Clients join chosen values by commas, and names may hold some: the value is made of the name. */
export interface Choice {
  readonly title: string;
  readonly value: string;
}

export const EVERYBODY = 'alla';
/** More do not fit on a card beside the texts; departments or a list of persons reach them, too. */
const MOST_UNITS = 60;
const collator = new Intl.Collator('sv');

/** The choices among these people; no units where they are too many to show. */
export function choicesOf(people: readonly Pick<Person, 'roles' | 'department' | 'unit'>[]): Choices {
  const there = new Set(people.flatMap(({ roles }) => roles));
  const units = choices(people.map(({ unit }) => unit));
  return {
    roles: [EVERYBODY, ...ROLES.filter((role) => there.has(role))],
    departments: choices(people.map(({ department }) => department)),
    units: units.length <= MOST_UNITS ? units : [],
  };
}

function choices(names: readonly string[]): Choice[] {
  return [...new Set(names)]
    .filter((name) => name !== '')
    .sort(collator.compare)
    .map((title) => ({ title, value: createHash('sha256').update(title).digest('hex').slice(0, 8) }));
}

/** The chosen values as they were sent ("a,b"). */
export function chosen(values: string): string[] {
  return values
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** The names of chosen values; undefined when one of them is no longer there. */
export function namesOf(values: readonly string[], choices: readonly Choice[]): string[] | undefined {
  const names = values.map((value) => choices.find((choice) => choice.value === value)?.title);
  return names.every((name) => name !== undefined) ? names : undefined;
}
