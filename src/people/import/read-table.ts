import { type CsvError, type InfoRecord, parse } from 'csv-parse/sync';
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

/**
 * Splits a CSV text into rows. Semicolon or comma is told from the first line, a byte order mark and rows without any
 * value are passed over. A quote that never ends would swallow the rest of the file: it becomes a fault of its row and
 * reading goes on with the next line, so that the faults below it are found as well.
 */
export function readTable(text: string): CsvTable {
  // Lines are counted by \n, so that a file with mixed line ends (an export edited by hand) still gets true numbers.
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const delimiter = detectDelimiter(lines.find((line) => line.trim() !== '') ?? '');
  const rows: TableRow[] = [];
  const faults: Fault[] = [];
  let done = 0;
  while (done < lines.length) {
    const part = parsePart(lines.slice(done).join('\n'), delimiter);
    for (const { row, cells } of part.rows) rows.push({ row: row + done, cells });
    if (part.endsAt === undefined) break;
    const broken = lines.findIndex((line, index) => index >= done + part.endsAt! && line.trim() !== '');
    faults.push({ row: broken + 1, message: faultTexts.openQuote });
    done = broken + 1;
  }
  return { rows, faults };
}

/** The more frequent of semicolon (Swedish Excel) and comma in the heading line. */
function detectDelimiter(headings: string): ';' | ',' {
  return headings.split(';').length >= headings.split(',').length ? ';' : ',';
}

/** `endsAt` is the last line before a quote that never ends; undefined when all was read. */
function parsePart(text: string, delimiter: string): { rows: TableRow[]; endsAt?: number } {
  let isBroken = false;
  const records = parse(text, {
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    skip_records_with_error: true,
    on_skip: (_error: CsvError | undefined) => void (isBroken = true),
  }) as unknown as { record: string[]; info: InfoRecord }[];
  const rows = records.map(({ record, info }) => ({
    // The parser counts to the end of a record; cells with line breaks inside begin earlier.
    row: info.lines - record.join('').split('\n').length + 1,
    cells: record.map(clean),
  }));
  return isBroken ? { rows, endsAt: records.at(-1)?.info.lines ?? 0 } : { rows };
}

/** One spelling of one thing: "Förskola " with a hard space or a decomposed ö is the same department as "Förskola". */
function clean(cell: string): string {
  return cell
    .normalize('NFC')
    .replace(/[\u200B\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
