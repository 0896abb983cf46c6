import type { Broadcast } from './broadcast.js';
import type { Delivery } from './delivery.js';
import { errandOf } from './errand.js';
import type { HintQueue } from './hint-queue.js';
import type { Ledger } from './ledger.js';
import type { Kept } from './ledger-store.js';
import type { Times } from './times.js';

/** Hints that are put into the queue at the same time. */
const AT_ONCE = 8;

/**
 * How far the present lap over a broadcast's rows has come, so that a conductor that takes over goes on there and neither reads
 * nor hints anew what the one before it did. Provided by storage/; a mark that is lost or old only costs that.
 */
export interface FeedMarks {
  find(organisation: string, broadcast: string): Promise<string | undefined>;
  /** `person` is the last one that was looked at; undefined at the beginning of a lap. */
  set(organisation: string, broadcast: string, person: string | undefined): Promise<void>;
}

export interface FeedParts {
  readonly ledger: Ledger;
  readonly hints: HintQueue;
  readonly marks: FeedMarks;
  readonly times: Times;
}

/** Goes through the rows of one broadcast, again and again, and hints at those that have work. */
export interface Feed {
  /** Puts up to `room` hints into the queue; gives how many. */
  fill(broadcast: Broadcast, room: number, now: Date): Promise<number>;
  /** The present lap is over. */
  isAtEnd(): boolean;
  /** The lap that is over went over all rows and none had work. */
  foundNothing(): boolean;
  /** Begins a new lap at the first row. */
  restart(): Promise<void>;
}

export function createFeed(organisation: string, id: string, { ledger, hints, marks, times }: FeedParts): Feed {
  let rows: AsyncIterator<Kept<Delivery>> | undefined;
  let isAtEnd = false;
  let given = 0;
  let isWhole = true;

  async function begin(): Promise<AsyncIterator<Kept<Delivery>>> {
    const mark = await marks.find(organisation, id);
    isWhole = mark === undefined;
    return ledger.list(organisation, id, mark)[Symbol.asyncIterator]();
  }

  async function next(broadcast: Broadcast, now: Date): Promise<Kept<Delivery> | undefined> {
    rows ??= await begin();
    for (;;) {
      const result = await rows.next();
      if (result.done) {
        isAtEnd = true;
        return undefined;
      }
      if (errandOf(result.value.row, broadcast, { now, times }) !== 'nothing') return result.value;
    }
  }

  return {
    async fill(broadcast, room, now) {
      const before = given;
      const until = given + room;
      let last: string | undefined;
      while (given < until && !isAtEnd) {
        const batch: Kept<Delivery>[] = [];
        while (batch.length < Math.min(AT_ONCE, until - given)) {
          const row = await next(broadcast, now);
          if (!row) break;
          batch.push(row);
        }
        await Promise.all(batch.map((row) => hints.put(row)));
        given += batch.length;
        last = batch.at(-1)?.row.person ?? last;
      }
      if (last !== undefined) await marks.set(organisation, id, last);
      return given - before;
    },
    isAtEnd: () => isAtEnd,
    foundNothing: () => isAtEnd && isWhole && given === 0,
    async restart() {
      await marks.set(organisation, id, undefined);
      rows = undefined;
      isAtEnd = false;
      given = 0;
    },
  };
}
