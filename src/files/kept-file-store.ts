import type { KeptFile } from './kept-file.js';

/** A kept file as it was read; `version` is what a later write must name. */
export interface StoredFile {
  readonly file: KeptFile;
  readonly version: string;
}

/**
 * Where files wait; provided by storage/. A file is found only when all its bytes are there. Writes throw `storage_conflict` when
 * somebody else wrote since `version` was read.
 */
export interface KeptFileStore {
  save(file: KeptFile, bytes: Uint8Array): Promise<void>;
  find(organisation: string, id: string): Promise<StoredFile | undefined>;
  /** Of whatever organisation: for an address that holds nothing but a token. `removed` when it was there and its person was erased. */
  findAnywhere(id: string): Promise<StoredFile | 'removed' | undefined>;
  bytes(file: KeptFile): Promise<Uint8Array>;
  update(file: KeptFile, version: string): Promise<StoredFile>;
  /** The bytes alone, so that it can still be told what became of the file. */
  removeBytes(file: KeptFile): Promise<void>;
  /** Files of the organisation, without their bytes. */
  list(organisation: string): AsyncIterable<KeptFile>;
  remove(file: KeptFile): Promise<void>;
}
