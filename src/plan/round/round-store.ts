import type { Round } from './round.js';
import type { RoundItem, UnitRef } from './item.js';
import type { Response } from './response.js';

export interface StoredRound {
  readonly round: Round;
  readonly version: string;
}

export interface StoredItem {
  readonly item: RoundItem;
  readonly version: string;
}

/**
 * One unit's items in short: the whole round is counted from these (a row a unit) without reading its items. Written in the same
 * transaction as the answer, so it is never behind.
 */
export interface UnitDigest extends UnitRef {
  /** Everybody who may answer something here. */
  readonly persons: readonly string[];
  /** By item key. */
  readonly items: Readonly<Record<string, ItemDigest>>;
}

export interface ItemDigest {
  /** The status, fulfilment, or `outcome` of an indicator that has one; '' for silence. */
  readonly said: string;
  readonly moves: number;
  /** Places in `persons`. */
  readonly persons: readonly number[];
}

/** Of a person: where they are asked in a round. */
export interface Assignment {
  readonly organisation: string;
  readonly person: string;
  readonly round: string;
  readonly department: string;
  readonly unit: string;
}

/**
 * Where rounds and their answers are kept; provided by storage/. Items, answers and the digest of one unit lie in one partition.
 * Writes throw `storage_conflict` when somebody else wrote since the version was read.
 */
export interface RoundStore {
  /** An id that sorts newest first, the same for the same moment and name. */
  idFor(createdAt: Date, name: string): string;
  /** False when it is there already. */
  create(round: Round): Promise<boolean>;
  find(organisation: string, id: string): Promise<StoredRound | undefined>;
  update(round: Round, version: string): Promise<StoredRound>;
  /** Newest first. */
  list(organisation: string): AsyncIterable<Round>;

  /** Writes what one unit is asked, with its digest and its persons' assignments. Safe to repeat: what is there stays, answers included. */
  addUnit(items: readonly RoundItem[]): Promise<void>;
  /** In the order of plans and positions. */
  unitItems(unit: UnitRef): Promise<readonly StoredItem[]>;
  findItem(unit: UnitRef, key: string): Promise<StoredItem | undefined>;
  /** One transaction: the item, its answer in the history when there is a new one, the digest; new deputies' assignments before it. */
  save(item: RoundItem, version: string): Promise<StoredItem>;
  /** Every answer that was given about an item, oldest first. */
  history(unit: UnitRef, key: string): Promise<readonly Response[]>;

  /** The units in which a person is asked. */
  assignments(organisation: string, person: string, round: string): Promise<readonly Assignment[]>;
  /** All units of a round. */
  digests(organisation: string, round: string): AsyncIterable<UnitDigest>;
  /** All items of a round, unit by unit, page by page. */
  items(organisation: string, round: string): AsyncIterable<RoundItem>;
  /** Items that are delayed, deviating or broken off, or whose target date was moved: read by themselves, a few of many. */
  exceptions(organisation: string, round: string): AsyncIterable<RoundItem>;
  /** Every answer of a round in the order of units and items, oldest first for each item. */
  histories(
    organisation: string,
    round: string,
  ): AsyncIterable<{ readonly unit: UnitRef; readonly key: string; readonly response: Response }>;
}
