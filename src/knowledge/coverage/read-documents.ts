import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '../../ask/index.js';

/** The texts of all sources that name a file, or else the files that are not there. */
export type ReadDocuments =
  | { readonly kind: 'read'; readonly texts: ReadonlyMap<string, string> }
  | { readonly kind: 'missing'; readonly files: readonly string[] };

/** Reads each source's file from the folder as UTF-8. */
export function readDocuments(directory: string, sources: readonly Source[]): ReadDocuments {
  const texts = new Map<string, string>();
  const files: string[] = [];
  for (const { id, file } of sources) {
    if (file === undefined) continue;
    try {
      texts.set(id, readFileSync(join(directory, file), 'utf8'));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      files.push(join(directory, file));
    }
  }
  return files.length > 0 ? { kind: 'missing', files } : { kind: 'read', texts };
}
