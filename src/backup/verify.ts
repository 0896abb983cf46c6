import { linesOf, type Manifest } from './folder.js';
import { createSum, fromLine, type Sum, toLine } from './line.js';
import type { RawTables } from './raw-table.js';

/** A table that is not as the manifest says. */
export interface Fault {
  readonly table: string;
  /** `unreadable`: a line is no row. `different`: counts or hashes differ. */
  readonly kind: 'unreadable' | 'different';
  readonly wanted: Sum;
  readonly found: Sum;
}

/** Whether the files of a back-up are what its manifest says; empty when they are. */
export async function verifyFiles(folder: string, manifest: Manifest): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const { name, ...wanted } of manifest.tables) {
    const sum = createSum();
    let isReadable = true;
    for await (const line of linesOf(folder, name)) {
      sum.add(line);
      isReadable &&= fromLine(line) !== undefined;
    }
    const found = sum.sum();
    if (!isSame(wanted, found)) faults.push({ table: name, kind: 'different', wanted, found });
    else if (!isReadable) faults.push({ table: name, kind: 'unreadable', wanted, found });
  }
  return faults;
}

/** Whether an account holds what the back-up holds, row by row; empty when it does. Only true while nobody writes there. */
export async function verifyAccount(tables: RawTables, manifest: Manifest): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  const nothing = createSum().sum();
  const wantedOf = new Map(manifest.tables.map(({ name, ...sum }) => [name, sum]));
  for (const name of new Set([...wantedOf.keys(), ...tables.names])) {
    const sum = createSum();
    for await (const row of tables.rows(name)) sum.add(toLine(row));
    const [wanted, found] = [wantedOf.get(name) ?? nothing, sum.sum()];
    if (!isSame(wanted, found)) faults.push({ table: name, kind: 'different', wanted, found });
  }
  return faults;
}

function isSame(one: Sum, other: Sum): boolean {
  return one.rows === other.rows && one.sha256 === other.sha256;
}
