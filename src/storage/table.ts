import type { TableDefinition } from './define-table.js';
import type { Queue, QueueName } from './queue.js';

/** A row as it was read, with the version (ETag) that a later write must name. */
export interface Stored<Row> {
  readonly row: Row;
  readonly version: string;
}

/** A change of a transaction. `remove` is unconditional: the Azure package sends no version with a removal in a batch. */
export type Change<Row> =
  | { readonly insert: Row }
  | { readonly upsert: Row }
  | { readonly update: Row; readonly version: string }
  | { readonly remove: Row };

export interface TableQuery {
  readonly partition?: readonly string[];
  readonly partitionPrefix?: readonly string[];
  readonly rowPrefix?: readonly string[];
  readonly rowAfter?: readonly string[];
  readonly rowBefore?: readonly string[];
}

/**
 * One table. Two implementations: Azure Table Storage (Azurite locally) and memory (benchmarks only).
 * Reads: a missing row is undefined. Writes: a row that exists already, or changed since `version` was read, throws
 * `storage_conflict`; an update of a row that is gone throws `not_found`; storage that does not answer throws
 * `storage_unavailable`. A row that was inserted and whose receipt was lost may come as `storage_conflict`, too.
 */
export interface Table<Row extends object> {
  find(partition: readonly string[], row: readonly string[]): Promise<Stored<Row> | undefined>;
  /**
   * Rows of one partition, or of all, in key order, page by page; never more than a page in memory. `rowPrefix` keeps the
   * rows whose key begins with these parts and has more: `['plan-1']` finds neither the row `plan-1` itself nor `plan-10`.
   * `partitionPrefix` keeps the partitions whose key does so: a range that storage scans, one partition after the other.
   * `rowAfter` and `rowBefore` keep those whose key sorts after or before the key of these parts, as stored, whether there is
   * such a row or not: for parts that are encoded to sort.
   */
  list(query?: TableQuery): AsyncIterable<Stored<Row>>;
  insert(row: Row): Promise<string>;
  upsert(row: Row): Promise<string>;
  update(row: Row, version: string): Promise<string>;
  /** A row that is gone already counts as removed. */
  remove(partition: readonly string[], row: readonly string[], version?: string): Promise<void>;
  /**
   * Up to 100 changes of different rows of one partition, all or none. Throws `row_invalid` for more, and `not_found` when a
   * row to update or remove is not there. Gives the new version of each row, in the order of the changes; '' for a removal.
   */
  transact(changes: readonly Change<Row>[]): Promise<readonly string[]>;
}

/** A place where tables and queues live. */
export interface Storage {
  readonly kind: 'azure' | 'memory';
  /** How many requests its tables have made, each try again counted, for the bench and metrics; without ping and prepare. */
  readonly calls: () => number;
  /** Throws `storage_unavailable` when storage does not answer. */
  ping(): Promise<void>;
  table<Row extends object>(definition: TableDefinition<Row>): Table<Row>;
  /** One of `QUEUES` (queue.ts). */
  queue(name: QueueName): Queue;
  /** Makes every defined table and every queue that is not there yet. */
  prepare(): Promise<void>;
}
