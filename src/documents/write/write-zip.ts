import { type Zippable, zipSync } from 'fflate';

/** The earliest moment that a zip can name; it keeps local parts of a date, so these are the same in every zone. */
const NO_MOMENT = new Date(1980, 0, 1);

/** A zip of these files, by name; `at` is when they were written. Without it the same files give the same bytes, always and everywhere. */
export function writeZip(files: Readonly<Record<string, Uint8Array>>, at: Date = NO_MOMENT): Uint8Array {
  const names = Object.keys(files).sort();
  const entries: Zippable = Object.fromEntries(names.map((name) => [name, files[name]!]));
  return zipSync(entries, { mtime: at, level: 9 });
}
