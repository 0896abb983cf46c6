import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

/** Writes the parts beside the file and puts them in its place when all are there: a failure leaves the old file as it was. */
export async function writeWholeFile(path: string, parts: AsyncIterable<Uint8Array>): Promise<void> {
  const beside = `${path}.part`;
  try {
    await pipeline(parts, createWriteStream(beside));
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
