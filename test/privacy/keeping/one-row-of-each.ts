import { mapTexts } from '../../../src/privacy/keeping/traces.js';
import { definedTables, type Storage, type TableDefinition } from '../../../src/storage/index.js';
import { somePerson } from '../../people/some-people.js';
import { samples } from '../../storage/samples.js';

/** Whoever is looked for and erased in these tests. */
export const SUBJECT = {
  id: 'c0ffee00-0000-4000-8000-00000000c0de',
  email: 'saga.wretling@ubara.example',
  name: 'Saga Wretling',
  organisation: 'Älvsjö',
} as const;

/** What an erasure notes of itself while it is under way. */
const OWN = 'erasures';

/** What is never of the person: kept apart by design, or cut to the moment. */
const NAMELESS = /^[\d.:-]+$/;

/** A row of every table but the list of erasures, as if its person were this one, who is also named in every free text of it. */
export function rowsOfSubject(): readonly { readonly table: TableDefinition; readonly row: Record<string, unknown> }[] {
  return definedTables()
    .filter(({ name }) => name !== OWN)
    .map((table) => ({ table, row: rowOf(table) }));
}

function rowOf({ name, mentions = [] }: TableDefinition): Record<string, unknown> {
  const row = mapTexts(samples[name]!, (text) =>
    text
      .replaceAll(somePerson(1).id, SUBJECT.id)
      .replaceAll('a@ubara.example', SUBJECT.email)
      .replace(/(?<![\w-])p1(?!\w)/g, SUBJECT.id),
  );
  if (name === 'people') Object.assign(row, { email: SUBJECT.email, name: SUBJECT.name, organisation: 'Älvsjö' });
  for (const column of mentions) row[column] = naming(column, row[column]);
  return row;
}

/** Names the person within a text, a list of texts or an object of texts, in a form that the column takes. */
function naming(column: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (column === 'email') return SUBJECT.email;
  if (column === 'name' && value === SUBJECT.name) return value;
  if (isJson(value))
    return value.replace('{}', JSON.stringify({ of: SUBJECT.name })).replace('["a"]', JSON.stringify([SUBJECT.name]));
  if (NAMELESS.test(value)) return value;
  return `${value} Säger ${SUBJECT.name}s chef (${SUBJECT.email.toUpperCase()}).`;
}

function isJson(text: string): boolean {
  return /^[[{]/.test(text);
}

export async function writeAll(storage: Storage): Promise<void> {
  for (const { table, row } of rowsOfSubject()) await storage.table(table).upsert(row);
}
