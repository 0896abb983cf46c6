export type { Block, ReadDocument, ReadOptions, ReadResult, Unreadable } from './document.js';
export { MAX_FILE_BYTES, TYPES } from './limits.js';
export { documentTypeOf, readDocument } from './read-document.js';
export { unreadableTexts } from './unreadable-texts.js';
