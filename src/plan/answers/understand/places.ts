import type { Population } from '../../../ask/index.js';
import type { Person } from '../../../people/index.js';
import type { Place } from './wanted.js';

/** A place of the organisation and all ways to name it. */
export interface NamedPlace {
  readonly place: Place;
  readonly names: readonly string[];
}

/** The places of one organisation as people name them, and the names that mean all of it or another organisation. */
export interface Places {
  readonly named: readonly NamedPlace[];
  readonly whole: readonly string[];
  readonly elsewhere: readonly string[];
}

/**
 * Departments and units of the people of one organisation. The vocabulary adds how they are called ("ÄO", "dagis", "VOBO"): a department
 * has the names of every population that bears its name, a unit those of the population that its own name begins with.
 */
export function placesOf(people: readonly Person[], populations: readonly Population[]): Places {
  const [first] = people;
  const isOwn = ({ sv, synonyms }: Population) => first !== undefined && [sv, ...synonyms].includes(first.organisation);
  const organisations = populations.filter(({ level }) => level === 'organisation');
  const parts = populations.filter(({ level }) => level !== 'organisation').map(namesOf);
  const departments = [...new Set(people.map(({ department }) => department))];
  const units = new Map(people.filter(({ unit }) => unit !== '').map((person) => [key(person), person]));
  return {
    named: [
      ...departments.map((department) => ({
        place: { department },
        names: [department, ...calledAs(department, parts)],
      })),
      ...[...units.values()].map(({ department, unit, organisation }) => ({
        place: { department, unit },
        names: [unit, ...properNames(unit, organisation), ...kindNames(unit, parts)],
      })),
    ],
    whole: organisations.filter(isOwn).flatMap(namesOf),
    elsewhere: organisations.filter((organisation) => !isOwn(organisation)).flatMap(namesOf),
  };
}

export function isIn({ department, unit }: Place, at: { readonly department: string; readonly unit: string }): boolean {
  return department === at.department && (unit === undefined || unit === at.unit);
}

function namesOf({ sv, en, synonyms, synonymsEn }: Population): string[] {
  return [sv, en, ...synonyms, ...synonymsEn];
}

function key({ department, unit }: Person): string {
  return `${department}\n${unit}`;
}

function calledAs(name: string, parts: readonly (readonly string[])[]): string[] {
  return parts.filter((names) => names.some((other) => other.toLowerCase() === name.toLowerCase())).flat();
}

/** "Förskolorna Solberga" is Solberga, too; the organisation's own name is no unit's. */
function properNames(unit: string, organisation: string): string[] {
  const [, ...rest] = unit.split(/[\s/]+/);
  return rest.filter((word) => /^\p{Lu}/u.test(word) && word.length > 3 && !organisation.includes(word));
}

/** "Hemtjänst Hägersten" is what hemtjänsten means, among others of its kind. */
function kindNames(unit: string, parts: readonly (readonly string[])[]): string[] {
  const lower = unit.toLowerCase();
  const isKind = (name: string) => name.length > 3 && lower.startsWith(`${name.toLowerCase()} `);
  return parts.filter((names) => names.some(isKind)).flat();
}
