import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { messageOf } from '../../../errors.js';
import { MAX_FILE_BYTES } from '../../../documents/index.js';
import type { SourceFile } from '../../../passages/index.js';
import { UsageError } from '../subcommand.js';

/** Hidden files, and the locks that Word lays beside an open document. */
const PASSED_OVER = /^(?:\.|~\$)/;

/** The file, or all files of the folder and those in it, by name. A relative path is meant from `from`. */
export async function filesAt(path: string, from: string): Promise<SourceFile[]> {
  const full = resolve(from, path);
  try {
    if (!(await stat(full)).isDirectory()) return [sourceFile(full)];
    const entries = await readdir(full, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && !isPassedOver(full, join(entry.parentPath, entry.name)));
    const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort((a, b) => a.localeCompare(b, 'sv'));
    if (paths.length === 0) throw new UsageError(`import: mappen ${path} är tom / the folder is empty.`);
    return paths.map(sourceFile);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`import: ${path} går inte att läsa / cannot be read (${messageOf(error)}).`, { cause: error });
  }
}

function isPassedOver(folder: string, path: string): boolean {
  return path
    .slice(folder.length + 1)
    .split(/[/\\]/)
    .some((part) => PASSED_OVER.test(part));
}

/** A file far over the limit is never read whole: one byte over is enough to refuse it. */
function sourceFile(path: string): SourceFile {
  return {
    name: basename(path),
    open: async () => ((await stat(path)).size > MAX_FILE_BYTES ? new Uint8Array(MAX_FILE_BYTES + 1) : await readFile(path)),
  };
}
