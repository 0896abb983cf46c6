/** A row as it was read, with the version (ETag) that a later write must name. */
export interface Stored<Row> {
  readonly row: Row;
  readonly version: string;
}

export type Change<Row> =
  | { readonly insert: Row }
  | { readonly upsert: Row }
  | { readonly update: Row; readonly version: string }
  | { readonly remove: Row; readonly version?: string };

/**
 * One table. Two implementations: Azure Table Storage (Azurite locally) and memory (benchmarks only).
 * Reads: a missing row is undefined. Writes: a row that exists already, or changed since `version` was read, throws
 * `storage_conflict`; storage that does not answer throws `storage_unavailable`.
 */
export interface Table<Row extends object> {
  find(partition: readonly string[], row: readonly string[]): Promise<Stored<Row> | undefined>;
  /** Rows of one partition, or of all, in key order, page by page; never more than a page in memory. */
  list(query?: { partition?: readonly string[]; rowPrefix?: readonly string[] }): AsyncIterable<Stored<Row>>;
  insert(row: Row): Promise<string>;
  upsert(row: Row): Promise<string>;
  update(row: Row, version: string): Promise<string>;
  remove(partition: readonly string[], row: readonly string[], version?: string): Promise<void>;
  /** Up to 100 changes of one partition, all or none. */
  transact(changes: readonly Change<Row>[]): Promise<void>;
}

/** A place where tables live. `calls` counts the requests made to it (for the bench and metrics). */
export interface Storage {
  readonly kind: 'azure' | 'memory';
  readonly calls: () => number;
  /** Throws `storage_unavailable` when storage does not answer. */
  ping(): Promise<void>;
  table<Row extends object>(definition: import('./define-table.js').TableDefinition<Row>): Table<Row>;
  /** Makes every defined table that is not there yet. */
  prepare(): Promise<void>;
}
