import type { Fault } from './fault.js';

/** What was read, and where it stands. */
export interface Placed<T> {
  readonly value: T;
  readonly file: string;
  /** The line that it begins on. */
  readonly line: number;
  /** The lines of its keys, where they have lines of their own. */
  readonly keyLines?: ReadonlyMap<string, number>;
}

export function fault(file: string, line: number, column: string, message: string): Fault {
  return { file, line, column, message, severity: 'error' };
}

/** A fault of one key of an entry, at the key's own line. */
export function faultAt(entry: Placed<unknown>, key: string, message: string): Fault {
  return fault(entry.file, entry.keyLines?.get(key) ?? entry.line, key, message);
}
