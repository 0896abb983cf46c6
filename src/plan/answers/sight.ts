import { decide, type Person } from '../../people/index.js';
import { isIn, type Place } from './understand/index.js';

/**
 * Whose answers somebody may see (policy `plan.read`): HR those of the organisation, a manager those of the own line (whoever has them as
 * manager, however far down, and their units), everybody what they are asked themselves.
 */
export type Sight =
  | { readonly reach: 'organisation' }
  | { readonly reach: 'linje'; readonly persons: ReadonlySet<string>; readonly units: readonly Required<Place>[] }
  | { readonly reach: 'eget'; readonly persons: ReadonlySet<string> };

/** Who has whom as nearest manager. */
export interface Line {
  reportsOf(managerId: string): readonly Person[];
}

/** Where an item is asked, and of whom. */
export interface Asked {
  readonly department: string;
  readonly unit: string;
  readonly persons: readonly string[];
}

/** Undefined for a person whom no role lets see even what is the own. */
export function sightOf(person: Person, directory: Line): Sight | undefined {
  const asker = { kind: 'person', id: person.id, person } as const;
  const read = decide(asker, 'plan.read');
  if (read.allowed && read.reach === 'organisation') return { reach: 'organisation' };
  const own = new Set([person.id]);
  if (!read.allowed) return decide(asker, 'plan.respond').allowed ? { reach: 'eget', persons: own } : undefined;
  const line = lineBelow(person, directory);
  return {
    reach: 'linje',
    persons: new Set([person.id, ...line.map(({ id }) => id)]),
    units: line.map(({ department, unit }) => ({ department, unit })),
  };
}

export function sees(sight: Sight, { department, unit, persons }: Asked): boolean {
  if (sight.reach === 'organisation') return true;
  if (persons.some((person) => sight.persons.has(person))) return true;
  return sight.reach === 'linje' && sight.units.some((place) => place.department === department && place.unit === unit);
}

/** Whether some of a place may be seen whatever is asked there, so that "nothing there" tells nothing that is hidden. */
export function reaches(sight: Sight, places: readonly Place[]): boolean {
  if (sight.reach === 'organisation' || places.length === 0) return true;
  return sight.reach === 'linje' && sight.units.some((unit) => places.some((place) => isIn(place, unit)));
}

/** Everybody below in the same organisation, each once however the directory is tied. */
function lineBelow(manager: Person, directory: Line): Person[] {
  const found = new Map<string, Person>();
  const open = [manager.id];
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const person of directory.reportsOf(id))
      if (person.id !== manager.id && !found.has(person.id) && person.organisation === manager.organisation) {
        found.set(person.id, person);
        open.push(person.id);
      }
  return [...found.values()];
}
