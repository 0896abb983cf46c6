import { type CsvError, type InfoRecord, parse } from 'csv-parse/sync';
import { decodeText } from '../decode-text.js';
import { UnreadableError } from '../document.js';
import { cleanCell, type DocumentTable, holdsText } from './table.js';

/** One record of a CSV text, its cells as they stand; `row` is the line that it begins on. */
export interface CsvRow {
  readonly row: number;
  readonly cells: readonly string[];
}

export interface CsvRows {
  readonly rows: readonly CsvRow[];
  /** Lines on which a quote opens that never ends. Reading goes on with the line after. */
  readonly openQuotes: readonly number[];
}

/**
 * Splits a CSV text into records. The delimiter (semicolon, comma, tab) is told from the first line that has one; a byte order mark
 * and records without any value are passed over. A quote that never ends would swallow the rest of the file, so it costs its own line only.
 */
export function parseCsvRows(text: string): CsvRows {
  // Lines are counted by \n, so that a file with mixed line ends (an export edited by hand) still gets true numbers.
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const delimiter = detectDelimiter(lines);
  const rows: CsvRow[] = [];
  const openQuotes: number[] = [];
  let done = 0;
  while (done < lines.length) {
    const part = parsePart(lines.slice(done).join('\n'), delimiter);
    for (const { row, cells } of part.rows) rows.push({ row: row + done, cells });
    if (part.endsAt === undefined) break;
    const broken = lines.findIndex((line, index) => index >= done + part.endsAt! && line.trim() !== '');
    openQuotes.push(broken + 1);
    done = broken + 1;
  }
  return { rows, openQuotes };
}

/** The table of a CSV file. Throws `damaged` for a quote that never ends: a plan with a hole in it would look like a whole one. */
export function readCsvTable(bytes: Uint8Array): DocumentTable[] {
  const { rows, openQuotes } = parseCsvRows(decodeText(bytes));
  if (openQuotes.length > 0) throw new UnreadableError('open-quote');
  const table = rows.map(({ row, cells }) => ({ row, cells: cells.map((cell) => ({ text: cleanCell(cell) })) }));
  return [{ name: '', before: [], rows: table.filter(holdsText) }];
}

const DELIMITERS = [';', ',', '\t'] as const;

/** The most frequent one of the first line that has any; of two as frequent, the semicolon (Swedish Excel). */
function detectDelimiter(lines: readonly string[]): string {
  const count = (line: string, delimiter: string) => line.split(delimiter).length - 1;
  const line = lines.find((one) => DELIMITERS.some((delimiter) => one.includes(delimiter))) ?? '';
  return [...DELIMITERS].sort((a, b) => count(line, b) - count(line, a))[0]!;
}

/** `endsAt` is the last line before a quote that never ends; undefined when all was read. */
function parsePart(text: string, delimiter: string): { rows: CsvRow[]; endsAt?: number } {
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
    cells: record,
  }));
  return isBroken ? { rows, endsAt: records.at(-1)?.info.lines ?? 0 } : { rows };
}
