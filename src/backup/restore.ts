import { AppError } from '../errors.js';
import type { OnProgress } from './create.js';
import { linesOf, type Manifest } from './folder.js';
import { merge } from './merge.js';
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
  for (const name of tables.names) await refuseStrangers(tables, folder, name);
  await tables.prepare();
  for (const { name } of manifest.tables) await fill(tables, folder, { name, onProgress });
  const faults = await verifyAccount(tables, manifest);
  if (faults.length > 0)
    throw new AppError(
      'backup_refused',
      `Kontot har ändrats under återläsningen / the account was changed meanwhile: ${faults.map(({ table }) => table).join(', ')}`,
    );
}

/** Throws `backup_refused` when the account has a row that is not in the back-up. */
async function refuseStrangers(tables: RawTables, folder: string, name: string): Promise<void> {
  let strangers = 0;
  for await (const { kind } of merge(linesOf(folder, name), tables.rows(name))) if (kind === 'strange') strangers += 1;
  if (strangers > 0)
    throw new AppError(
      'backup_refused',
      `Kontot är inte tomt / the account is not empty: ${name} har ${strangers} rader som inte finns i kopian / rows that are not in the back-up.`,
    );
}

/** Writes what is missing, a transaction at a time. */
async function fill(
  tables: RawTables,
  folder: string,
  { name, onProgress }: { readonly name: string; readonly onProgress: OnProgress },
): Promise<void> {
  let [batch, signs, done]: [RawRow[], number, number] = [[], 0, 0];
  const flush = async () => {
    if (batch.length === 0) return;
    await tables.put(name, batch);
    done += batch.length;
    [batch, signs] = [[], 0];
    onProgress(name, done);
  };
  for await (const one of merge(linesOf(folder, name), tables.rows(name))) {
    if (one.kind !== 'missing') {
      done += 1;
      continue;
    }
    const isFull = batch.length === MOST_ROWS || signs + one.signs > MOST_SIGNS;
    if (isFull || (batch[0] && batch[0].partitionKey !== one.row.partitionKey)) await flush();
    batch.push(one.row);
    signs += one.signs;
  }
  await flush();
}

function unreadable(why: string): AppError {
  return new AppError('backup_unreadable', `Kopian kan inte läsas in / the back-up cannot be restored: ${why}`);
}
