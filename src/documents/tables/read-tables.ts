import { extname } from 'node:path';
import { UnreadableError } from '../document.js';
import { MAX_CHARACTERS, MAX_FILE_BYTES, MAX_TABLE_ROWS, TABLE_TYPES, type TableType } from '../limits.js';
import { readCsvTable } from './read-csv.js';
import { readDocxTables } from './read-docx-tables.js';
import { readXlsx } from './read-xlsx.js';
import type { DocumentTable, TablesResult } from './table.js';

type Reader = (bytes: Uint8Array) => readonly DocumentTable[] | Promise<readonly DocumentTable[]>;

const READERS: Record<TableType, Reader> = { '.xlsx': readXlsx, '.csv': readCsvTable, '.docx': readDocxTables };
/** Excel's and Word's own endings for files that may hold macros. */
const MACRO_TYPES = ['.xlsm', '.xltm', '.xlsb', '.docm', '.dotm'];

/** Reads the tables of a file, row by row. A file that cannot be read is a result, never an exception. */
export async function readTables(file: string, bytes: Uint8Array): Promise<TablesResult> {
  try {
    const ending = extname(file).toLowerCase();
    if (MACRO_TYPES.includes(ending)) throw new UnreadableError('macro');
    const type = TABLE_TYPES.find((one) => one === ending);
    if (!type) throw new UnreadableError('type');
    if (bytes.length === 0) throw new UnreadableError('empty');
    if (bytes.length > MAX_FILE_BYTES) throw new UnreadableError('too-large');
    const tables = await READERS[type](bytes);
    checkSize(tables);
    return { kind: 'read', tables };
  } catch (error) {
    if (error instanceof UnreadableError) return { kind: 'unreadable', because: error.because };
    throw error;
  }
}

function checkSize(tables: readonly DocumentTable[]): void {
  const rows = tables.flatMap((table) => table.rows);
  if (rows.length === 0) throw new UnreadableError('empty');
  if (rows.length > MAX_TABLE_ROWS) throw new UnreadableError('too-many-rows');
  let characters = 0;
  for (const { cells } of rows) for (const { text, merged } of cells) if (!merged) characters += text.length;
  if (characters > MAX_CHARACTERS) throw new UnreadableError('too-long');
}
