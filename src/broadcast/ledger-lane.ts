import { AppError, isConflict } from '../errors.js';
import { change, sum } from './counts.js';
import type { Delivery } from './delivery.js';
import type { Kept, LedgerStore, Tally } from './ledger-store.js';

/** What a row is to become; undefined leaves it as it is. Asked again with the newest row when somebody else wrote first. */
export type Decision = (row: Delivery) => Delivery | undefined;

/** A row that is to change: as it was last seen, which may be old. */
export interface Wish {
  readonly seen: Kept<Delivery>;
  readonly decide: Decision;
}

/** Azure Tables takes 100 changes a transaction; one is the tally. */
export const MOST_ROWS = 99;
/** Somebody else writes the same row again and again: that many rounds, then the caller is told. */
const MOST_ROUNDS = 8;

interface Waiting extends Wish {
  readonly rounds: number;
  readonly settle: (result: Kept<Delivery> | undefined) => void;
  readonly fail: (error: unknown) => void;
}

/** One lane's writes of this process. */
export interface Lane {
  isIdle(): boolean;
  change(wish: Wish): Promise<Kept<Delivery> | undefined>;
  insert(rows: readonly Delivery[]): Promise<void>;
}

/** One transaction at a time, since all of them write the same tally. */
export function createLane(store: LedgerStore, of: Omit<Tally, 'counts' | 'createdAt'>): Lane {
  let waiting: Waiting[] = [];
  let last: Promise<unknown> = Promise.resolve();
  let queued = 0;
  /** 'unknown' after a failed write, which may have taken effect all the same. */
  let tally: Kept<Tally> | undefined | 'unknown' = 'unknown';

  /** Runs `work` when all earlier work of the lane is over. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    queued += 1;
    const done = last.then(work).finally(() => (queued -= 1));
    last = done.catch(() => undefined);
    return done;
  }

  async function transact(rows: readonly { before?: Kept<Delivery>; after: Delivery }[]): Promise<readonly string[]> {
    if (tally === 'unknown') tally = await store.tally(of);
    const counts = sum([tally?.row.counts ?? {}, ...rows.map(({ before, after }) => change(before?.row, after))]);
    const createdAt = tally?.row.createdAt ?? rows[0]!.after.createdAt;
    const row: Tally = { ...of, counts, createdAt };
    const version = tally?.version;
    tally = 'unknown';
    const written = await store.write({
      rows: rows.map(({ before, after }) => ({ row: after, version: before?.version })),
      tally: { row, version },
    });
    tally = { row, version: written.tally };
    return written.rows;
  }

  /** One transaction of what waits; a row twice at once waits for the next one. */
  async function round(): Promise<void> {
    const batch: Waiting[] = [];
    const later: Waiting[] = [];
    const persons = new Set<string>();
    for (const wish of waiting) {
      const { person } = wish.seen.row;
      const fits = batch.length < MOST_ROWS && !persons.has(person);
      persons.add(person);
      (fits ? batch : later).push(wish);
    }
    waiting = later;
    if (later.length > 0) void inTurn(round);
    const decided = batch.flatMap((wish) => {
      const after = wish.decide(wish.seen.row);
      if (after && after !== wish.seen.row) return [{ wish, before: wish.seen, after }];
      wish.settle(after && wish.seen);
      return [];
    });
    if (decided.length === 0) return;
    try {
      const versions = await transact(decided);
      decided.forEach(({ wish, after }, index) => wish.settle({ row: after, version: versions[index]! }));
    } catch (error) {
      if (!isOvertaken(error)) return decided.forEach(({ wish }) => wish.fail(error));
      await readAgain(
        decided.map(({ wish }) => wish),
        error,
      );
    }
  }

  /** Somebody else changed at least one of the rows: each is read and decided anew. */
  async function readAgain(wishes: readonly Waiting[], error: unknown): Promise<void> {
    await Promise.all(
      wishes.map(async (wish) => {
        if (wish.rounds >= MOST_ROUNDS) return wish.fail(error);
        try {
          const seen = await store.find(of.organisation, of.broadcast, wish.seen.row.person);
          if (!seen) return wish.settle(undefined);
          waiting.push({ ...wish, seen, rounds: wish.rounds + 1 });
          void inTurn(round);
        } catch (unread) {
          wish.fail(unread);
        }
      }),
    );
  }

  return {
    isIdle: () => queued === 0,
    change: (wish) =>
      new Promise((settle, fail) => {
        waiting.push({ ...wish, rounds: 0, settle, fail });
        // Whatever else is wanted before its turn comes goes into the same transaction.
        void inTurn(round);
      }),
    insert: (rows) => inTurn(() => transact(rows.map((after) => ({ after })))).then(() => undefined),
  };
}

/** Also when the row is gone. */
function isOvertaken(error: unknown): boolean {
  return isConflict(error) || (error instanceof AppError && error.code === 'not_found');
}
