import { messageOf } from '../errors.js';
import { UsageError } from './usage-error.js';

/** Runs what writes a file. Throws UsageError with the file's name for what the file system says: no folder, no right, no room. */
export async function writingTo(file: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const isFileFault = error instanceof Error && 'syscall' in error && 'code' in error && 'path' in error;
    if (!isFileFault) throw error;
    throw new UsageError(`${file} går inte att skriva / cannot be written (${messageOf(error)}).`, { cause: error });
  }
}
