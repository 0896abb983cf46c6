import { AppError } from '../errors.js';
import type { OnProgress } from './create.js';
import { linesOf, type Manifest } from './folder.js';
import { fromLine, toLine } from './line.js';
import type { RawRow, RawTables } from './raw-table.js';
import { verifyAccount, verifyFiles } from './verify.js';

/** As many rows as one transaction takes, and as many signs, well below its 4 MiB. */
const MOST_ROWS = 100;
const MOST_SIGNS = 1_500_000;

/**
 * Puts a back-up into an account that is empty, or that holds nothing but rows of this very back-up: a restore that was cut off is
 * simply run again. Nothing is written before the files are verified and every table of the account was looked at.
 * Throws `backup_unreadable` for damaged files or tables that this version of the bot does not have, and `backup_refused` for an account
 * with other rows.
 */
export async function restoreBackup(
  tables: RawTables,
  { folder, manifest }: { readonly folder: string; readonly manifest: Manifest },
  onProgress: OnProgress = () => undefined,
): Promise<void> {
  const unknown = manifest.tables.filter(({ name }) => !tables.names.includes(name)).map(({ name }) => name);
  if (unknown.length > 0)
    throw unreadable(
      `den har tabeller som den här versionen saknar / it has tables unknown here: ${unknown.join(', ')}`,
    );
  const damaged = await verifyFiles(folder, manifest);
  if (damaged.length > 0)
    throw unreadable(`skadad i / damaged in: ${damaged.map(({ table }) => `${table}.jsonl`).join(', ')}`);
  const there = new Map<string, ReadonlySet<string>>();
  for (const name of tables.names) there.set(name, await ownRows(tables, folder, name));
  await tables.prepare();
  for (const { name } of manifest.tables) await fill(tables, folder, { name, there: there.get(name)!, onProgress });
  const faults = await verifyAccount(tables, manifest);
  if (faults.length > 0)
    throw new AppError(
      'backup_refused',
      `Kontot har ändrats under återläsningen / the account was changed meanwhile: ${faults.map(({ table }) => table).join(', ')}`,
    );
}

/** The lines of a table's rows in the account. Throws `backup_refused` when one of them is not in the back-up. */
async function ownRows(tables: RawTables, folder: string, name: string): Promise<ReadonlySet<string>> {
  const there = new Set<string>();
  for await (const row of tables.rows(name)) there.add(toLine(row));
  if (there.size === 0) return there;
  const strange = new Set(there);
  for await (const line of linesOf(folder, name)) strange.delete(line);
  if (strange.size > 0)
    throw new AppError(
      'backup_refused',
      `Kontot är inte tomt / the account is not empty: ${name} har ${strange.size} rader som inte finns i kopian / rows that are not in the back-up.`,
    );
  return there;
}

async function fill(
  tables: RawTables,
  folder: string,
  {
    name,
    there,
    onProgress,
  }: { readonly name: string; readonly there: ReadonlySet<string>; readonly onProgress: OnProgress },
): Promise<void> {
  let [batch, signs, done]: [RawRow[], number, number] = [[], 0, there.size];
  const flush = async () => {
    if (batch.length === 0) return;
    await tables.put(name, batch);
    done += batch.length;
    [batch, signs] = [[], 0];
    onProgress(name, done);
  };
  for await (const line of linesOf(folder, name)) {
    if (there.has(line)) continue;
    const row = fromLine(line)!;
    const isFull = batch.length === MOST_ROWS || signs + line.length > MOST_SIGNS;
    if (isFull || (batch[0] && batch[0].partitionKey !== row.partitionKey)) await flush();
    batch.push(row);
    signs += line.length;
  }
  await flush();
}

function unreadable(why: string): AppError {
  return new AppError('backup_unreadable', `Kopian kan inte läsas in / the back-up cannot be restored: ${why}`);
}
