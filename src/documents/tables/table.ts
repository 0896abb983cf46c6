import type { Unreadable } from '../document.js';

/** A cell as text; its own lines are parted by `\n`, and items of a list begin with "• ". */
export interface Cell {
  readonly text: string;
  /** Of merged cells each one has the text; all but the first say where it comes from. */
  readonly merged?: 'above' | 'left';
}

export interface TableRow {
  /** Counted from 1 as whoever opens the file counts: the row of the sheet, the line of the text, the row within the Word table. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** A sheet of a workbook, a table of a Word document, or a whole CSV file. Rows without any text are left out. */
export interface DocumentTable {
  /** The sheet's name, "Tabell 2" of a Word document, '' of a CSV file. */
  readonly name: string;
  /** Of a Word document: the paragraphs between the table before and this one. */
  readonly before: readonly string[];
  readonly rows: readonly TableRow[];
}

export type TablesResult =
  | { readonly kind: 'read'; readonly tables: readonly DocumentTable[] }
  | { readonly kind: 'unreadable'; readonly because: Unreadable };

/** One spelling of one thing (NFC, no invisible characters, plain spaces), lines kept, without empty lines at the ends. */
export function cleanCell(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\r\n?|[\v\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

export function holdsText({ cells }: TableRow): boolean {
  return cells.some(({ text }) => text !== '');
}
