export { isAllowedAddress, isHostPattern, isLoopback } from './allowed-address.js';
export { type Claim, createFiles, type Files, type Found, type NewFile, type Taken } from './files.js';
export { type KeptFile, MAX_FILE_BYTES, OFFERED_MS, type Purpose } from './kept-file.js';
export { createMayTake } from './may-take.js';
export type { KeptFileStore, StoredFile } from './kept-file-store.js';
