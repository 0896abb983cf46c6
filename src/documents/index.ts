export type { Block, ReadDocument, ReadResult, Unreadable } from './document.js';
export { MAX_FILE_BYTES, TYPES } from './limits.js';
export { documentTypeOf, readDocument, type ReadOptions } from './read-document.js';
export { unreadableTexts } from './unreadable-texts.js';
