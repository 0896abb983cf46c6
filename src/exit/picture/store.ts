import type { Family, Release } from './figures.js';

/** A tertial that is over: with the release of each family that ends with it, without when its answers wait for more. */
export interface ClosedTertial extends Partial<Readonly<Record<Family, Release>>> {
  readonly tertial: string;
}

/** The tertials whose answers are in no release of a family yet. `closed`: oldest first. */
export function waitingFor(family: Family, closed: readonly ClosedTertial[]): readonly string[] {
  const last = closed.findLastIndex((one) => one[family] !== undefined);
  return closed.slice(last + 1).map(({ tertial }) => tertial);
}

/** Free texts that HR reads together, in random order; of which tertials, nobody needs to know but who makes the next. */
export interface TextBatch {
  /** The tertial in which there were enough. */
  readonly id: string;
  readonly tertials: readonly string[];
  readonly texts: readonly string[];
}

/** Where releases are kept; provided by storage/. What was written once stays: a second writing of the same tertial changes nothing. */
export interface PictureStore {
  /** Oldest first. */
  closed(organisation: string): Promise<readonly ClosedTertial[]>;
  close(organisation: string, closed: ClosedTertial): Promise<void>;
  /** Oldest first. */
  batches(organisation: string): Promise<readonly TextBatch[]>;
  addBatch(organisation: string, batch: TextBatch): Promise<void>;
}
