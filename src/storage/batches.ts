import type { Table } from './table.js';

/** As many changes as one transaction takes. */
const BATCH = 100;
const ABANDONED_AFTER_MS = 24 * 3600 * 1000;

/** Inserts rows of one partition, a hundred at once: each hundred all or none, all of them only when this resolves. */
export async function insertAll<Row extends object>(table: Table<Row>, rows: readonly Row[]): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH)
    await table.transact(rows.slice(start, start + BATCH).map((row) => ({ insert: row })));
}

/** Removes those rows of a partition that are gone, a hundred at once. */
export async function removeAll<Row extends object>(
  table: Table<Row>,
  partition: readonly string[],
  isGone: (row: Row) => boolean,
): Promise<void> {
  let batch: Row[] = [];
  const flush = async () => {
    if (batch.length > 0) await table.transact(batch.map((row) => ({ remove: row })));
    batch = [];
  };
  for await (const { row } of table.list({ partition })) {
    if (isGone(row)) batch.push(row);
    if (batch.length === BATCH) await flush();
  }
  await flush();
}

/**
 * Whether rows of `version` (begun at the milliseconds that it begins with) may be swept: it was replaced now, or given up over a day ago.
 * What another process may be staging is spared.
 */
export function isSwept(
  version: string,
  { live, replaced, now }: { live: string; replaced?: string; now: Date },
): boolean {
  const isAbandoned = now.getTime() - Number.parseInt(version, 10) > ABANDONED_AFTER_MS;
  return version !== live && (version === replaced || isAbandoned);
}
