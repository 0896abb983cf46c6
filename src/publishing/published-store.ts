import type { PublishedAnswer } from '../ask/index.js';

/** One version of a published answer. `id` is that of the question it came from; `by` who published this version. */
export interface Publication extends PublishedAnswer {
  readonly by: string;
  /** Withdrawn: kept, and answered to nobody. */
  readonly isWithdrawn: boolean;
}

export interface StoredPublication {
  readonly publication: Publication;
  /** What a later write must name. */
  readonly etag: string;
}

/** Where published answers are kept; provided by storage/. */
export interface PublishedStore {
  /** The newest version of each, withdrawn ones included, of one organisation or of all. */
  list(organisation?: string): AsyncIterable<Publication>;
  find(organisation: string, id: string): Promise<StoredPublication | undefined>;
  /**
   * Makes `next` the newest version and keeps the one before, written first: a crash in between leaves what was.
   * Throws `storage_conflict` when somebody else has written since.
   */
  save(next: Publication, before: StoredPublication | undefined): Promise<void>;
  /** The versions before the newest, oldest first. */
  earlier(organisation: string, id: string): AsyncIterable<Publication>;
}
