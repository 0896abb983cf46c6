import { type Zippable, zipSync } from 'fflate';

/** A zip of these files, by name; `at` is when they were written. Without it the same files give the same bytes, always and everywhere. */
export function writeZip(files: Readonly<Record<string, Uint8Array>>, at: Date = noMoment()): Uint8Array {
  const names = Object.keys(files).sort();
  const entries: Zippable = Object.fromEntries(names.map((name) => [name, files[name]!]));
  return zipSync(entries, { mtime: at, level: 9 });
}

/** The earliest moment that a zip can name. It keeps local parts of a date, so this one is made where the zip is. */
function noMoment(): Date {
  return new Date(1980, 0, 1);
}
