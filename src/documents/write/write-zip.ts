import { strToU8, zipSync } from 'fflate';

export interface ZipEntry {
  readonly name: string;
  readonly text: string;
}

/** Texts as a zip of UTF-8 files, all of this moment. */
export function writeZip(entries: readonly ZipEntry[], at: Date): Uint8Array {
  return zipSync(Object.fromEntries(entries.map(({ name, text }) => [name, strToU8(text)])), { mtime: at });
}
