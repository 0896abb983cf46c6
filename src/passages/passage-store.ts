import type { Passage, Piece } from './passage.js';

/** A document as it is kept: the row that says which version of its passages is live. */
export interface ImportedDocument {
  readonly organisation: string;
  readonly document: string;
  readonly title: string;
  /** Unique and never used again: two imports at once do not write into each other's passages. */
  readonly version: string;
  readonly hash: string;
  readonly importedAt: Date;
  readonly passages: number;
  readonly headings: number;
  readonly words: number;
}

/** What an import puts into the store. */
export interface NewDocument {
  readonly organisation: string;
  readonly document: string;
  readonly title: string;
  readonly hash: string;
  readonly pieces: readonly Piece[];
}

/**
 * Where imported documents are kept. Named here, provided by storage/.
 *
 * What holds. A document has more passages than one transaction of Azure Tables takes (100 rows), therefore `put` writes the
 * passages of a new version beside the live one and then flips the document's own row to it, on condition (ETag) that the row
 * is the one that the import was rehearsed with. Before that single write all is old, after it all is new. The version that was
 * replaced is swept afterwards, and so is what an import that was cut off left more than a day ago.
 */
export interface PassageStore {
  /** The documents of one organisation, or of all, by name. */
  documents(organisation?: string): AsyncIterable<ImportedDocument>;
  find(organisation: string, document: string): Promise<ImportedDocument | undefined>;
  /** The passages of that version, in the document's order. */
  passages(document: ImportedDocument): AsyncIterable<Passage>;
  /**
   * Adds the document, or replaces `before`. Throws `storage_conflict` when another import of it came in between: then all is
   * as that import left it.
   */
  put(document: NewDocument, basis: { before: ImportedDocument | undefined; now: Date }): Promise<ImportedDocument>;
  /** Takes a document out with all its passages, also those that an import cut off left. False when there was none of that name. */
  remove(organisation: string, document: string): Promise<boolean>;
}
