import type { LooseRow, OnErase, Owner, Retention } from './rules.js';

export interface KeptRow {
  readonly row: LooseRow;
  readonly version: string;
}

/**
 * One table of the bot, with its rules and its rows. Long values that storage cuts into several columns are whole here. Writes throw
 * `storage_conflict` when somebody else wrote since `version` was read.
 */
export interface KeptTable {
  readonly name: string;
  readonly personKeys: readonly string[];
  readonly retentions: readonly Retention[];
  readonly onErase: OnErase;
  /** Columns of bytes, which nobody reads. */
  readonly isBytes: (column: string) => boolean;
  rows(): AsyncIterable<KeptRow>;
  placeOf(row: LooseRow): Owner;
  has(partition: readonly string[], row: readonly string[]): Promise<boolean>;
  remove(kept: KeptRow): Promise<void>;
  /** Puts another row in its place, also where its keys change with it. Throws `row_invalid` for a row that could not be read again. */
  replace(kept: KeptRow, row: LooseRow): Promise<void>;
}

/** All that the bot keeps; provided by storage/ from its registry of tables, so a table that is added is in it. */
export interface Register {
  readonly tables: readonly KeptTable[];
  /** Messages that nobody could read lie apart; throws them away and gives how many. */
  emptyUnreadable(): Promise<number>;
  countUnreadable(): Promise<number>;
}
