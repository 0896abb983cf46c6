import { AppError } from '../errors.js';
import { beginFolder, isTaken, type Manifest } from './folder.js';
import { createSum, toLine } from './line.js';
import type { RawTables } from './raw-table.js';

const TOLD_EVERY = 100;

/** Told of each table as it goes: how many rows so far. */
export type OnProgress = (table: string, rows: number) => void;

/**
 * Writes all tables into a folder that does not exist yet or is empty: a file of JSON lines a table, and a manifest with counts and
 * hashes. The folder is there whole or not at all. Throws `backup_refused` for a folder that holds something.
 */
export async function createBackup(
  tables: RawTables,
  folder: string,
  { now, onProgress = () => undefined }: { readonly now: Date; readonly onProgress?: OnProgress },
): Promise<Manifest> {
  if (await isTaken(folder))
    throw new AppError(
      'backup_refused',
      `${folder} är inte tom / is not empty. Välj en annan mapp / choose another folder.`,
    );
  const beside = await beginFolder(folder);
  try {
    const contents: Manifest['tables'] = [];
    for (const name of tables.names) {
      const sum = createSum();
      const lines = async function* () {
        for await (const row of tables.rows(name)) {
          const line = toLine(row);
          sum.add(line);
          yield line;
          if (sum.rows % TOLD_EVERY === 0) onProgress(name, sum.rows);
        }
      };
      await beside.write(name, lines());
      contents.push({ name, ...sum.sum() });
    }
    const manifest: Manifest = { format: 'ubara-backup-1', createdAt: now.toISOString(), tables: contents };
    await beside.finish(manifest);
    return manifest;
  } catch (error) {
    await beside.abandon();
    throw error;
  }
}
