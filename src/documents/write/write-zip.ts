import { type Zippable, zipSync } from 'fflate';

/** A zip of these files, by name. The same files give the same bytes, whenever and wherever it is written. */
export function writeZip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  // The earliest moment that a zip can name; it keeps local parts of a date, so these are the same in every zone.
  const mtime = new Date(1980, 0, 1);
  const names = Object.keys(files).sort();
  const entries: Zippable = Object.fromEntries(names.map((name) => [name, files[name]!]));
  return zipSync(entries, { mtime, level: 9 });
}
