export type { Block, ReadDocument, ReadOptions, ReadResult, Unreadable } from './document.js';
export { MAX_FILE_BYTES, TABLE_TYPES, TYPES } from './limits.js';
export { documentTypeOf, readDocument } from './read-document.js';
export { type CsvRow, parseCsvRows } from './tables/read-csv.js';
export { readTables } from './tables/read-tables.js';
export { writeXlsx } from './tables/write-xlsx.js';
export type { Cell, DocumentTable, TableRow, TablesResult } from './tables/table.js';
export { unreadableTableTexts, unreadableTexts } from './unreadable-texts.js';
