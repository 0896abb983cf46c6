import type { Manifest, OnProgress, RawTables } from '../../backup/index.js';
import type { Clock } from '../../calendar/index.js';
import type { Keeping } from '../../composition/keeping.js';
import { bar } from '../bar.js';

export interface BackupTools {
  /** The tables of the account that the settings name. */
  readonly open: () => RawTables;
  /** What is kept in that account, once its tables are there. */
  readonly keeping: () => Promise<Keeping>;
  /** Where a path of the command line is meant. */
  readonly pathOf: (path: string) => string;
  readonly clock: Clock;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
  /** Overwrites the last line on a terminal; undefined when there is none. */
  readonly draw?: (line: string) => void;
}

export interface Options {
  readonly account: boolean;
  readonly erasures: readonly string[];
}
export type Run = (tools: BackupTools, folder: string, options: Options) => Promise<0 | 1>;

/** A line that says how far a table has come; with a bar where it is known how much there is. */
export function progress({ draw }: BackupTools, manifest?: Manifest): OnProgress {
  const rowsOf = new Map(manifest?.tables.map(({ name, rows }) => [name, rows]));
  return (table, rows) => {
    const all = rowsOf.get(table);
    draw?.(all === undefined ? `${table}: ${rows} rader` : `${bar(rows, all)} ${table}`);
  };
}

export function list({ print }: BackupTools, { createdAt, tables }: Manifest): void {
  const filled = tables.filter(({ rows }) => rows > 0);
  for (const { name, rows, sha256 } of filled)
    print(`  ${name.padEnd(22)} ${String(rows).padStart(8)}  ${sha256.slice(0, 16)}`);
  const all = filled.reduce((sum, { rows }) => sum + rows, 0);
  print(`${all} rader i ${filled.length} av ${tables.length} tabeller / rows in tables, ${createdAt}`);
}
