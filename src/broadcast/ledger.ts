import { type Counts, sum } from './counts.js';
import type { Delivery } from './delivery.js';
import { laneOf } from './lane.js';
import { createLane, type Lane, MOST_ROWS, type Wish } from './ledger-lane.js';
import type { Kept, LedgerStore } from './ledger-store.js';

/** The ledger as one writer uses it. */
export interface Ledger {
  /**
   * Changes a row under its version. Gives it as written, or undefined when the decision left it as it is. Wishes that come in
   * while one transaction is under way go into the next one together, which is what makes 50 sends a second cheap.
   */
  change(wish: Wish): Promise<Kept<Delivery> | undefined>;
  /** Puts new rows in. Throws `storage_conflict` when one of them is there already; others are put in all the same. */
  insert(organisation: string, broadcast: string, rows: readonly Delivery[]): Promise<void>;
  find(organisation: string, broadcast: string, person: string): Promise<Kept<Delivery> | undefined>;
  list(organisation: string, broadcast: string, after?: string): AsyncIterable<Kept<Delivery>>;
  /** How many are what, at this moment. */
  counts(organisation: string, broadcast: string): Promise<Counts>;
}

/** So many lanes keep their tally in memory; the others read it again before they write. */
const MOST_LANES = 512;
/** New rows are put into so many lanes side by side: each takes one transaction after the other, and storage is mostly waited for. */
const LANES_AT_ONCE = 4;

/** `writer` is the name of this process, never used again by another: its tally is written by it alone. */
export function createLedger(store: LedgerStore, writer: string): Ledger {
  const lanes = new Map<string, Lane>();
  const laneFor = (organisation: string, broadcast: string, lane: string): Lane => {
    const key = `${organisation}\n${broadcast}\n${lane}`;
    const found = lanes.get(key) ?? createLane(store, { organisation, broadcast, lane, writer });
    lanes.delete(key);
    for (const [old, other] of lanes) {
      if (lanes.size < MOST_LANES) break;
      if (other.isIdle()) lanes.delete(old);
    }
    lanes.set(key, found);
    return found;
  };
  return {
    change(wish) {
      const { organisation, broadcast, person } = wish.seen.row;
      return laneFor(organisation, broadcast, laneOf(person)).change(wish);
    },
    async insert(organisation, broadcast, rows) {
      const left = byLane(rows).entries();
      const work = async () => {
        for (const [lane, own] of left)
          for (let from = 0; from < own.length; from += MOST_ROWS)
            await laneFor(organisation, broadcast, lane).insert(own.slice(from, from + MOST_ROWS));
      };
      // All are waited for, so that whoever tries again meets no write that is still under way.
      const ends = await Promise.allSettled(Array.from({ length: LANES_AT_ONCE }, work));
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
    },
    find: (organisation, broadcast, person) => store.find(organisation, broadcast, person),
    list: (organisation, broadcast, after) => store.list(organisation, broadcast, after),
    async counts(organisation, broadcast) {
      const all: Counts[] = [];
      for await (const { counts } of store.tallies(organisation, broadcast)) all.push(counts);
      return sum(all);
    },
  };
}

function byLane(rows: readonly Delivery[]): ReadonlyMap<string, Delivery[]> {
  const lanes = new Map<string, Delivery[]>();
  for (const row of rows) {
    const lane = laneOf(row.person);
    const own = lanes.get(lane);
    if (own) own.push(row);
    else lanes.set(lane, [row]);
  }
  return lanes;
}
