/** The types that can be read, by the ending of the file's name. */
export const TYPES = ['.docx', '.pdf', '.md', '.txt'] as const;
export type DocumentType = (typeof TYPES)[number];

/** A long plan with pictures is some 10 MB; what is much larger is a book or a mistake. */
export const MAX_FILE_BYTES = 25 * 1024 * 1024;
/** Of a Word file, pictures included: text packs about tenfold, so this is far beyond any plan. */
export const MAX_UNPACKED_BYTES = 250 * 1024 * 1024;
/** About a thousand full pages. */
export const MAX_CHARACTERS = 3_000_000;
