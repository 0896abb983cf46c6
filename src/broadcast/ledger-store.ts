import type { Counts } from './counts.js';
import type { Delivery } from './delivery.js';

/** A row as it was read, with the version that a later write must name. */
export interface Kept<Row> {
  readonly row: Row;
  readonly version: string;
}

/**
 * What one writer (a process) changed in the counts of one lane of a broadcast, all its writes together. The counts of a broadcast
 * are the sum over its lanes and writers: each writer writes its own row only, in the same transaction as the deliveries, so that the sum is exact at
 * every moment and no two writers wait for each other.
 */
export interface Tally {
  readonly organisation: string;
  readonly broadcast: string;
  readonly lane: string;
  readonly writer: string;
  readonly counts: Counts;
  /** As of the broadcast's rows. */
  readonly createdAt: Date;
}

/** One transaction of the ledger; at most 99 deliveries, of one lane. A row without version is new, so is a tally. */
export interface LedgerWrite {
  readonly rows: readonly { readonly row: Delivery; readonly version?: string }[];
  readonly tally: { readonly row: Tally; readonly version?: string };
}

/** The rows of broadcasts; provided by storage/. */
export interface LedgerStore {
  /** All or nothing. Gives the new versions, or throws `storage_conflict` when any row was written by somebody else first. */
  write(change: LedgerWrite): Promise<{ readonly rows: readonly string[]; readonly tally: string }>;
  find(organisation: string, broadcast: string, person: string): Promise<Kept<Delivery> | undefined>;
  /** Lane by lane, there by person; behind `after` when it is given. */
  list(organisation: string, broadcast: string, after?: string): AsyncIterable<Kept<Delivery>>;
  tally(of: Pick<Tally, 'organisation' | 'broadcast' | 'lane' | 'writer'>): Promise<Kept<Tally> | undefined>;
  tallies(organisation: string, broadcast: string): AsyncIterable<Tally>;
}
