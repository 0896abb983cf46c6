import { randomUUID } from 'node:crypto';
import type { Clock } from '../calendar/index.js';
import type { Broadcast } from './broadcast.js';
import type { Delivery } from './delivery.js';
import { needsEdit } from './errand.js';
import type { Headers } from './headers.js';
import type { HintQueue, TakenHint } from './hint-queue.js';
import { createInsist } from './insist.js';
import type { Ledger } from './ledger.js';
import type { Kept } from './ledger-store.js';
import type { Times } from './times.js';
import { claim, type Moment, release } from './transitions.js';

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
  readonly log: { warn(facts: object, message: string): void };
}

/** Whoever took the hint did not finish, five times over: storage was away, or several died. A new hint tries again later. */
const MOST_TAKEN = 5;
const VERY_FRESH_MS = 100;
/** Of a claim's life, so long it is tried to find out whether it was written: the rest is for the slot and the request. */
const CLAIMING_PART = 0.25;

/** Takes hints up: claims their rows, or drops those that have nothing to do. */
export function createTakeUp({ holder, hints, ledger, headers, clock, random, times, log }: TakeUpParts) {
  const moment = (): Moment => ({ now: clock(), random });
  const insist = createInsist({ clock, random, times });
  const givingBack = new Set<Promise<void>>();

  /** The row in our hands; undefined when somebody else has it, or it is over. */
  async function claimed(taken: TakenHint, claimId: string, until: number): Promise<Kept<Delivery> | undefined> {
    const by = { id: claimId, by: holder, until: new Date(until) };
    const seen = taken.hint;
    try {
      const row = await insist(
        () => ledger.change({ seen, decide: (newest) => claim(newest, by, moment()) }),
        until - times.claim * (1 - CLAIMING_PART),
      );
      // `uncertain` when the last of its tries was left in the middle by a worker that died.
      return row?.row.state === 'sending' ? row : undefined;
    } catch (error) {
      giveBack({ row: seen, claimId, until });
      throw error;
    }
  }

  /** The row may be ours, and nothing was sent: whoever met its claim run out would have to count it as perhaps delivered. */
  function giveBack({ row: { row }, claimId, until }: Pick<Task, 'row' | 'claimId' | 'until'>): void {
    const work = letLoose(row, claimId, until + times.hide).finally(() => givingBack.delete(work));
    givingBack.add(work);
  }

  async function letLoose(
    { organisation, broadcast, person }: Delivery,
    claimId: string,
    latest: number,
  ): Promise<void> {
    try {
      await insist(async () => {
        const seen = await ledger.find(organisation, broadcast, person);
        if (seen) await ledger.change({ seen, decide: (newest) => release(newest, claimId) });
      }, latest);
    } catch (error) {
      log.warn({ error, broadcast }, 'a row that was claimed for nothing could not be given back');
    }
  }

  /** A hint comes when something began, so a header that knows of no work is read again before the hint is dropped. */
  async function headerOf(row: Delivery): Promise<Broadcast | undefined> {
    const { organisation, broadcast: id } = row;
    const header = await headers(organisation, id);
    const isIdle = header?.status !== 'sending' && !needsEdit(row, header?.edition ?? 0);
    return isIdle ? headers(organisation, id, VERY_FRESH_MS) : header;
  }

  /** What is to be done for a hint. Undefined when it was dropped: the row is over, in other hands, or its broadcast waits. */
  async function takeUp(taken: TakenHint): Promise<Task | undefined> {
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
  }

  return {
    takeUp,
    /** Gives back a task for which nothing was sent; goes on in the background. */
    giveBack,
    /** Resolves when nothing is being given back: all rows are, or storage was away for longer than their claims last. */
    givenBack: () => Promise.all(givingBack),
  };
}
