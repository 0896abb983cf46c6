import { mkdir, open, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { AppError, messageOf } from '../errors.js';

const MANIFEST = 'manifest.json';

export const manifestSchema = z
  .object({
    format: z.literal('ubara-backup-1'),
    createdAt: z.string().datetime(),
    tables: z.array(
      z
        .object({
          name: z.string().regex(/^[a-z][a-z0-9]{2,62}$/),
          rows: z.number().int().min(0),
          sha256: z.string().regex(/^[0-9a-f]{64}$/),
        })
        .strict(),
    ),
  })
  .strict();
/** What a back-up holds: for each table its rows and the hash of its file. */
export type Manifest = z.infer<typeof manifestSchema>;

/** Personal data: for whoever made it alone. */
const OWN_FOLDER = 0o700;
const OWN_FILE = 0o600;

/** Reads a back-up's list of contents. Throws `backup_unreadable` when the folder holds none. */
export async function readManifest(folder: string): Promise<Manifest> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')));
  } catch (error) {
    const why = error instanceof z.ZodError ? 'manifest.json does not fit' : messageOf(error);
    throw new AppError('backup_unreadable', `${folder} är ingen säkerhetskopia / is no back-up: ${why}`, {
      cause: error,
    });
  }
}

/** The lines of a table's file; none when the file is not there. */
export async function* linesOf(folder: string, table: string): AsyncIterable<string> {
  const file = await open(fileOf(folder, table)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (file) yield* createInterface({ input: file.createReadStream({ encoding: 'utf8' }), crlfDelay: Infinity });
}

/** Whether anything stands at that place already. */
export async function isTaken(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length > 0;
  } catch (error) {
    // What cannot be listed (a file, somebody else's folder) is there all the same.
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}

/**
 * A folder in the making, which stands beside its place until it is whole: `finish` moves it there. What an earlier run left
 * unfinished there is removed.
 */
export async function beginFolder(folder: string) {
  const beside = `${folder}.part`;
  await rm(beside, { recursive: true, force: true });
  await mkdir(beside, { recursive: true, mode: OWN_FOLDER });
  return {
    async write(table: string, lines: AsyncIterable<string>): Promise<void> {
      const file = await open(fileOf(beside, table), 'w', OWN_FILE);
      try {
        for await (const line of lines) await file.write(`${line}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    async finish(manifest: Manifest): Promise<void> {
      await writeFile(join(beside, MANIFEST), `${JSON.stringify(manifest, undefined, 2)}\n`, { mode: OWN_FILE });
      // An empty folder may stand there already; anything else there is not ours to remove.
      await rmdir(folder).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      });
      await rename(beside, folder);
    },
    abandon: () => rm(beside, { recursive: true, force: true }),
  };
}

function fileOf(folder: string, table: string): string {
  return join(folder, `${table}.jsonl`);
}
