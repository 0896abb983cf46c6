import { randomUUID } from 'node:crypto';
import type { Clock } from '../calendar/index.js';
import type { Broadcast } from './broadcast.js';
import type { Delivery } from './delivery.js';
import { needsEdit } from './errand.js';
import type { Headers } from './headers.js';
import type { HintQueue, TakenHint } from './hint-queue.js';
import type { Ledger } from './ledger.js';
import type { Kept } from './ledger-store.js';
import type { Times } from './times.js';
import { claim, type Moment } from './transitions.js';

/** A hint whose row is in our hands, with what is to be done for it. */
export interface Task {
  readonly taken: TakenHint;
  readonly broadcast: Broadcast;
  readonly row: Kept<Delivery>;
  /** Names our claim of the row; an edit needs none, since doing it twice does no harm. */
  readonly claimId: string;
  /** When the claim ends, in milliseconds since 1970. */
  readonly until: number;
  readonly isEdit: boolean;
}

export interface TakeUpParts {
  /** The name of this process. */
  readonly holder: string;
  readonly hints: HintQueue;
  readonly ledger: Ledger;
  readonly headers: Headers;
  readonly clock: Clock;
  readonly random: () => number;
  readonly times: Times;
}

/** Whoever took the hint did not finish, five times over: storage was away, or several died. A new hint tries again later. */
const MOST_TAKEN = 5;
const VERY_FRESH_MS = 100;

/** Takes hints up: claims their rows, or drops those that have nothing to do. */
export function createTakeUp({ holder, hints, ledger, headers, clock, random, times }: TakeUpParts) {
  const moment = (): Moment => ({ now: clock(), random });

  /** The row in our hands; undefined when somebody else has it, or it is over. */
  async function claimed(taken: TakenHint, claimId: string, until: number): Promise<Kept<Delivery> | undefined> {
    const by = { id: claimId, by: holder, until: new Date(until) };
    const row = await ledger.change({ seen: taken.hint, decide: (newest) => claim(newest, by, moment()) });
    // `uncertain` when the last of its tries was left in the middle by a worker that died.
    return row?.row.state === 'sending' ? row : undefined;
  }

  /** A hint comes when something began, so a header that knows of no work is read again before the hint is dropped. */
  async function headerOf(row: Delivery): Promise<Broadcast | undefined> {
    const { organisation, broadcast: id } = row;
    const header = await headers(organisation, id);
    const isIdle = header?.status !== 'sending' && !needsEdit(row, header?.edition ?? 0);
    return isIdle ? headers(organisation, id, VERY_FRESH_MS) : header;
  }

  /** What is to be done for a hint. Undefined when it was dropped: the row is over, in other hands, or its broadcast waits. */
  return async function takeUp(taken: TakenHint): Promise<Task | undefined> {
    const { row } = taken.hint;
    const broadcast = await headerOf(row);
    // The hint is at fault, never the row: what stops workers in the middle of a row is counted on the row itself.
    if (taken.takenTimes > MOST_TAKEN) await hints.put(taken.hint, times.hide);
    else if (broadcast) {
      const task = { taken, broadcast, claimId: randomUUID(), until: clock().getTime() + times.claim };
      if (needsEdit(row, broadcast.edition)) return { ...task, row: taken.hint, isEdit: true };
      const mine = broadcast.status === 'sending' ? await claimed(taken, task.claimId, task.until) : undefined;
      if (mine) return { ...task, row: mine, isEdit: false };
    }
    await hints.done(taken);
    return undefined;
  };
}
