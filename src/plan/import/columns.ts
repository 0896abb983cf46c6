import type { TableRow } from '../../documents/index.js';
import { type Role, roleOf } from './header-words.js';

/** Where the columns of a plan stand. */
export interface Columns {
  /** Places (from 0) by role; two when two columns say the same thing. */
  readonly places: ReadonlyMap<Role, readonly number[]>;
  /** How wide the table is: a table without headings that is as wide goes on with these. */
  readonly width: number;
  /** Headings that no role has: what stands below them is not read. */
  readonly unknown: readonly string[];
}

/** Reads a row as headings; undefined when it is none: too few known ones, or more unknown than known. */
export function findColumns({ cells }: TableRow): Columns | undefined {
  const places = new Map<Role, number[]>();
  const unknown: string[] = [];
  let known = 0;
  for (const [place, { text, merged }] of cells.entries()) {
    if (text === '' || merged) continue;
    const role = roleOf(text);
    if (!role) unknown.push(text);
    else places.set(role, [...(places.get(role) ?? []), place]);
    if (role) known++;
  }
  const says = places.has('activity') || places.has('goal');
  if (!says || places.size < 2 || unknown.length > known) return undefined;
  // "Mål | Klart | Ansvarig": without a column for what is done, the goal is what is done.
  const goal = places.get('goal');
  if (!places.has('activity') && goal) {
    places.delete('goal');
    places.set('activity', goal);
  }
  return { places, width: cells.length, unknown };
}

/** Whether a row below the headings goes on with them: "(Funktion)", "Hur gör vi det?", "När ska det vara klart?". */
export function isSecondHeading({ cells }: TableRow): boolean {
  const own = cells.filter(({ text, merged }) => text !== '' && !merged);
  return own.length > 0 && own.every(({ text }) => roleOf(text) !== undefined);
}

/** The columns of two rows of headings: what the second says of a column that the first has named is only more words. */
export function withMore(first: Columns, second: Columns | undefined): Columns {
  const taken = new Set([...first.places.values()].flat());
  const more = [...(second?.places ?? [])]
    .filter(([role]) => !first.places.has(role))
    .map(([role, places]) => [role, places.filter((place) => !taken.has(place))] as const)
    .filter(([, places]) => places.length > 0);
  return { ...first, places: new Map([...first.places, ...more]) };
}

/** What a row says under a role. Merged cells count where they reach down; sideways the text belongs to the first column. */
export function cellOf({ cells }: TableRow, { places }: Columns, role: Role): string {
  const texts = (places.get(role) ?? []).map((place) => {
    const cell = cells[place];
    const isElsewhere = cell?.merged === 'left' || (role === 'activity' && cell?.merged === 'above');
    return cell && !isElsewhere ? cell.text : '';
  });
  return texts.filter((text) => text !== '').join(role === 'activity' ? ':\n' : '\n');
}
