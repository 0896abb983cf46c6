import { type Column, COLUMNS, findColumn } from './columns.js';
import { faultTexts } from './fault-texts.js';
import type { Fault } from './faults.js';
import type { TableRow } from './read-table.js';

export interface Headings {
  /** Where each column that the file has stands in a row. */
  readonly places: ReadonlyMap<Column, number>;
  readonly count: number;
  readonly faults: readonly Fault[];
}

/** Finds the columns by their headings, in any order. Headings of other systems' own columns are passed over. */
export function readHeadings({ row, cells }: TableRow): Headings {
  const places = new Map<Column, number>();
  const faults: Fault[] = [];
  for (const [place, heading] of cells.entries()) {
    const column = findColumn(heading);
    if (column === undefined) continue;
    if (places.has(column)) faults.push({ row, column, message: faultTexts.columnTwice });
    else places.set(column, place);
  }
  const missing = COLUMNS.filter((column) => !places.has(column));
  const found = cells.filter((cell) => cell !== '');
  if (missing.length > 0) faults.push({ row, message: faultTexts.missingColumns(missing, found) });
  return { places, count: cells.length, faults };
}
