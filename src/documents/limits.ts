/** The types that can be read, by the ending of the file's name. */
export const TYPES = ['.docx', '.pdf', '.md', '.txt'] as const;
export type DocumentType = (typeof TYPES)[number];

/** The types whose tables can be read, row by row. */
export const TABLE_TYPES = ['.xlsx', '.csv', '.docx'] as const;
export type TableType = (typeof TABLE_TYPES)[number];

/** A long plan with pictures is some 10 MB; what is much larger is a book or a mistake. */
export const MAX_FILE_BYTES = 25 * 1024 * 1024;
/** Of a Word file, pictures included: text packs about tenfold, so this is far beyond any plan. */
export const MAX_UNPACKED_BYTES = 250 * 1024 * 1024;
/** About a thousand full pages. */
export const MAX_CHARACTERS = 3_000_000;
/** Of a workbook: its library holds every cell as an object, some ten times the file's text. */
export const MAX_WORKBOOK_BYTES = 50 * 1024 * 1024;
/** A plan of a whole city has hundreds; what is much longer is an export of something else. */
export const MAX_TABLE_ROWS = 20_000;
