import type { Delivery } from './delivery.js';
import type { Kept } from './ledger-store.js';

/**
 * A hint that a row has work: the row as it was when the hint was made. The row itself is the truth; an old hint, a second one or
 * a lost one does no harm (`claim` decides on the row, the conductor's sweep finds what nobody was hinted of).
 */
export type Hint = Kept<Delivery>;

/** A hint in the hands of this process; others get it again when `hideMs` have passed. */
export interface TakenHint {
  readonly hint: Hint;
  /** More than once when whoever took it before did not finish. */
  readonly takenTimes: number;
}

/** The queue of hints, shared by all workers; provided by storage/. */
export interface HintQueue {
  put(hint: Hint, delayMs?: number): Promise<void>;
  /** Up to `max`, hidden for `hideMs`. Unreadable messages are put aside, where operation sees them. */
  take(max: number, hideMs: number): Promise<readonly TakenHint[]>;
  done(taken: TakenHint): Promise<void>;
  /** About how many wait or are hidden. */
  size(): Promise<number>;
}
