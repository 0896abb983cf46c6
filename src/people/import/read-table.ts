import { parseCsvRows } from '../../documents/index.js';
import { faultTexts } from './fault-texts.js';
import type { Fault } from './faults.js';

/** One line of the file: its line number and its cells, cleaned. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
}

export interface CsvTable {
  readonly rows: readonly TableRow[];
  readonly faults: readonly Fault[];
}

/** Splits a CSV text into rows. A quote that never ends becomes a fault of its row, and the faults below it are found as well. */
export function readTable(text: string): CsvTable {
  const { rows, openQuotes } = parseCsvRows(text);
  return {
    rows: rows.map(({ row, cells }) => ({ row, cells: cells.map(clean) })),
    faults: openQuotes.map((row) => ({ row, message: faultTexts.openQuote })),
  };
}

/** One spelling of one thing: "Förskola " with a hard space or a decomposed ö is the same department as "Förskola". */
function clean(cell: string): string {
  return cell
    .normalize('NFC')
    .replace(/[\u200B\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
