export { createBackup, type OnProgress } from './create.js';
export { type ErasedSince, erasedSince } from './erased-since.js';
export { type Manifest, readManifest } from './folder.js';
export type { RawRow, RawTables, RawValue } from './raw-table.js';
export { restoreBackup } from './restore.js';
export { type Fault, verifyAccount, verifyFiles } from './verify.js';
