import type { PeopleDirectory, Person } from '../people/index.js';
import type { Audience } from './audience.js';

/** An audience as it is at this moment. */
export interface Resolved {
  /** Each once, by id. */
  readonly people: readonly Person[];
  /** What was written where a person was expected and nobody of the organisation has. */
  readonly unresolved: readonly string[];
  /** How often somebody was named again. */
  readonly duplicates: number;
  /** A conversation that gets it instead of persons. */
  readonly conversation?: string;
}

export type AudienceDirectory = Pick<PeopleDirectory, 'find' | 'findByEmail' | 'inOrganisation'>;

/** Finds the people of an audience, only within the organisation: a person of another board is as unknown as nobody. */
export function resolveAudience(audience: Audience, organisation: string, directory: AudienceDirectory): Resolved {
  if ('conversation' in audience)
    return { people: [], unresolved: [], duplicates: 0, conversation: audience.conversation };
  if (!('persons' in audience)) {
    const { roles, departments, units } = audience;
    const people = directory
      .inOrganisation(organisation)
      .filter((person) => roles === undefined || person.roles.some((role) => roles.includes(role)))
      .filter(({ department }) => departments === undefined || departments.includes(department))
      .filter(({ unit }) => units === undefined || units.includes(unit));
    return { people: byId(people), unresolved: [], duplicates: 0 };
  }
  const found = new Map<string, Person>();
  const unresolved = new Set<string>();
  for (const written of audience.persons.map((text) => text.trim())) {
    const person = directory.find(written) ?? directory.findByEmail(written);
    if (person?.organisation === organisation) found.set(person.id, person);
    else unresolved.add(written.toLowerCase());
  }
  const duplicates = audience.persons.length - found.size - unresolved.size;
  return { people: byId([...found.values()]), unresolved: [...unresolved].sort(), duplicates };
}

function byId(people: readonly Person[]): Person[] {
  return [...people].sort((a, b) => (a.id < b.id ? -1 : 1));
}
