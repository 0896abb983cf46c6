import { createHash } from 'node:crypto';
import type { KeptTable } from './register.js';
import { textsOf } from './traces.js';

/** All that remains of whom an erasure was about. */
export function hashOf(id: string): string {
  return createHash('sha256').update(id.toLowerCase()).digest('hex');
}

/**
 * Whom what is kept names though their ids have one of these hashes, as a restored back-up does of who was erased since. Gives the
 * organisation of a row by id; looks at whatever looks like an id in any column but bytes.
 */
export async function namedBy(
  tables: readonly KeptTable[],
  hashes: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const table of tables)
    for await (const { row } of table.rows()) {
      const read = Object.entries(row).flatMap(([column, value]) => (table.isBytes(column) ? [] : idsIn(value)));
      for (const id of read) if (!found.has(id) && hashes.has(hashOf(id))) found.set(id, String(row.organisation));
    }
  return found;
}

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

function idsIn(value: unknown): string[] {
  return textsOf(value).flatMap((text) => text.toLowerCase().match(ID) ?? []);
}
