/**
 * A value as the table service has it: text, number and truth as JSON knows them, anything else (a moment, a 64-bit number, bytes) with
 * its type, so that it comes back as it was.
 */
export type RawValue = string | number | boolean | { readonly type: string; readonly value: string };

/** One row as it is stored, unread: what is sealed in it stays sealed, and what its table's schema does not know is kept. */
export interface RawRow {
  readonly partitionKey: string;
  readonly rowKey: string;
  readonly columns: Readonly<Record<string, RawValue>>;
}

/** All tables of an account, as back-up needs them; provided by storage/. Throws `storage_unavailable`. */
export interface RawTables {
  /** The names of every table that the bot has, by its registry, sorted. */
  readonly names: readonly string[];
  /** All rows of a table in key order, page by page; none when the table is not there. */
  rows(table: string): AsyncIterable<RawRow>;
  /** Makes every table that is not there. */
  prepare(): Promise<void>;
  /** Writes rows of one partition, at most 100 and 4 MiB, all or none; a row that is there is replaced. */
  put(table: string, rows: readonly RawRow[]): Promise<void>;
}
