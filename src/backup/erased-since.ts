import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '../errors.js';
import { linesOf, type Manifest, readManifest } from './folder.js';
import { fromLine } from './line.js';

/** As the table of erasures has it: a hash of a person's id, no person. */
const erasure = z.object({ hash: z.string(), endedAt: z.string().datetime().optional() });

/** Who was erased after a back-up was made, as far as newer back-ups tell. */
export interface ErasedSince {
  readonly hashes: ReadonlySet<string>;
  /** When the newest back-up that was asked was made, ISO: what was erased later than that nobody here knows. */
  readonly knownUntil: string;
}

/**
 * Collects erasures that a back-up does not know: from the back-ups that stand beside it in the same folder, and from those that are named.
 * What ended before it was made is in it already; whoever came back since is not erased again. Throws `backup_unreadable` for a named
 * folder that is no back-up.
 */
export async function erasedSince(
  folder: string,
  manifest: Manifest,
  named: readonly string[] = [],
): Promise<ErasedSince> {
  const hashes = new Set<string>();
  let knownUntil = manifest.createdAt;
  const sources = new Map(await backupsIn(dirname(resolve(folder))));
  for (const other of [folder, ...named]) sources.set(resolve(other), await readManifest(other));
  for (const [source, { createdAt }] of sources) {
    if (createdAt > knownUntil) knownUntil = createdAt;
    for await (const line of linesOf(source, 'erasures')) {
      const { data } = erasure.safeParse(fromLine(line)?.columns);
      if (data && (data.endedAt === undefined || data.endedAt > manifest.createdAt)) hashes.add(data.hash);
    }
  }
  return { hashes, knownUntil };
}

async function backupsIn(parent: string): Promise<[string, Manifest][]> {
  const found: [string, Manifest][] = [];
  for (const entry of await readdir(parent, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const folder = join(parent, entry.name);
    try {
      found.push([folder, await readManifest(folder)]);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  return found;
}
