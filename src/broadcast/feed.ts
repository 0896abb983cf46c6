import type { Broadcast } from './broadcast.js';
import type { Delivery } from './delivery.js';
import { errandOf } from './errand.js';
import type { HintQueue } from './hint-queue.js';
import type { Ledger } from './ledger.js';
import type { Times } from './times.js';
import type { Kept } from './ledger-store.js';

/** Hints that are put into the queue at the same time. */
const AT_ONCE = 8;

/** Goes through the rows of one broadcast, again and again, and hints at those that have work. */
export interface Feed {
  /** Puts up to `room` hints into the queue; gives how many. */
  fill(broadcast: Broadcast, room: number, now: Date): Promise<number>;
  /** The last lap went over all rows and is over. */
  isAtEnd(): boolean;
  /** How many hints the last complete lap gave; undefined before the first. */
  lastLap(): number | undefined;
  /** Begins a new lap at the first row. */
  restart(): void;
}

export function createFeed(
  organisation: string,
  id: string,
  { ledger, hints, times }: { ledger: Ledger; hints: HintQueue; times: Times },
): Feed {
  let rows: AsyncIterator<Kept<Delivery>> | undefined;
  let isAtEnd = false;
  let inThisLap = 0;
  let lastLap: number | undefined;

  async function next(broadcast: Broadcast, now: Date): Promise<Kept<Delivery> | undefined> {
    rows ??= ledger.list(organisation, id)[Symbol.asyncIterator]();
    for (;;) {
      const result = await rows.next();
      if (result.done) {
        isAtEnd = true;
        lastLap = inThisLap;
        return undefined;
      }
      if (errandOf(result.value.row, broadcast, { now, times }) !== 'nothing') return result.value;
    }
  }

  return {
    async fill(broadcast, room, now) {
      let given = 0;
      while (given < room && !isAtEnd) {
        const batch: Kept<Delivery>[] = [];
        while (batch.length < Math.min(AT_ONCE, room - given)) {
          const row = await next(broadcast, now);
          if (!row) break;
          batch.push(row);
        }
        await Promise.all(batch.map((row) => hints.put(row)));
        given += batch.length;
        inThisLap += batch.length;
        lastLap = isAtEnd ? inThisLap : lastLap;
      }
      return given;
    },
    isAtEnd: () => isAtEnd,
    lastLap: () => lastLap,
    restart() {
      rows = undefined;
      isAtEnd = false;
      inThisLap = 0;
    },
  };
}
