import type { Clock } from '../calendar/index.js';
import type { ReopenOutcome } from './courier.js';
import type { Delivery } from './delivery.js';
import type { Follow } from './follow.js';
import type { HintQueue, TakenHint } from './hint-queue.js';
import type { Ledger } from './ledger.js';
import type { Decision } from './ledger-lane.js';
import type { Kept } from './ledger-store.js';
import type { createRequests, RequestOutcome } from './request.js';
import { sleep } from './sleep.js';
import type { Turn } from './slots.js';
import type { Task } from './task.js';
import type { Times } from './times.js';
import { backoffMs, conclude, type Moment, refreshed, release } from './transitions.js';

export interface PerformParts {
  readonly hints: HintQueue;
  readonly ledger: Ledger;
  readonly follow: Pick<Follow, 'goOn' | 'stands'>;
  readonly requests: ReturnType<typeof createRequests>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly times: Times;
  readonly isStopping: () => boolean;
  readonly log: { warn(facts: object, message: string): void };
}

/** Carries tasks out and writes down what became of them. */
export function createPerform(parts: PerformParts) {
  const { hints, ledger, requests, clock, random, times, isStopping, log } = parts;
  const moment = (): Moment => ({ now: clock(), random });

  /** An outcome is worth waiting for storage: what is not written down may be sent once more. */
  async function keep(seen: Kept<Delivery>, decide: Decision): Promise<Kept<Delivery> | undefined> {
    const until = clock().getTime() + times.claim;
    for (;;) {
      try {
        return await ledger.change({ seen, decide });
      } catch (error) {
        if (isStopping() || clock().getTime() > until) throw error;
        await sleep(500 + 500 * random());
      }
    }
  }

  /** The hint of a row that has work left comes again when it is due. */
  async function goOn(taken: TakenHint, row: Kept<Delivery> | undefined, delayMs = 0): Promise<void> {
    if (row) await hints.put(row, Math.max(0, delayMs));
    await hints.done(taken);
  }

  async function send(task: Task, turn: Turn): Promise<void> {
    const { claimId, broadcast, row, taken } = task;
    const outcome = await reopenStale(await requests.send(task, turn), task);
    const written = await keep(row, (newest) => {
      if (outcome.kind === 'too-late') return release(newest, claimId, outcome.notBefore);
      if (outcome.kind === 'opened') return refreshed(newest, claimId, outcome.reference);
      return conclude(newest, claimId, outcome, { ...moment(), edition: broadcast.edition });
    });
    if (written) parts.follow.stands(written.row);
    if (written?.row.state === 'failed' || written?.row.state === 'uncertain') {
      const { state, cause, tries, lastError } = written.row;
      log.warn({ broadcast: broadcast.id, state, cause, tries, lastError }, 'a delivery failed');
    }
    const isPending = written?.row.state === 'pending';
    const dueAt = written?.row.nextAt?.getTime() ?? 0;
    await goOn(taken, isPending ? written : undefined, dueAt - clock().getTime());
  }

  /** A conversation that Teams no longer knows is asked for anew, once an attempt. */
  async function reopenStale(outcome: RequestOutcome, task: Task): Promise<RequestOutcome | ReopenOutcome> {
    const { reference, isRefreshed } = task.row.row;
    const isStale = outcome.kind === 'undeliverable' && outcome.cause === 'stale';
    return isStale && !isRefreshed && reference !== undefined ? requests.reopen(task, reference) : outcome;
  }

  /** Brings a delivered card to the newest edition. */
  async function edit(task: Task, turn: Turn): Promise<void> {
    const { broadcast, row, taken } = task;
    const outcome = await requests.send(task, turn);
    if (outcome.kind !== 'sent' && outcome.kind !== 'undeliverable') {
      const askedMs = outcome.kind === 'throttled' ? outcome.retryAfterMs : undefined;
      return goOn(taken, row, askedMs ?? backoffMs(taken.takenTimes + 1, moment()));
    }
    const { edition, recalledAt } = broadcast;
    const now = clock();
    const news: Partial<Delivery> =
      outcome.kind === 'undeliverable'
        ? { editError: outcome.reason }
        : { edition, ...(recalledAt ? { recalledAt: now } : { correctedAt: now }) };
    await keep(row, (newest) => (newest.edition > edition ? undefined : { ...newest, ...news }));
    await goOn(taken, undefined);
  }

  function carryOut(task: Task, turn: Turn): Promise<void> {
    return task.isEdit ? edit(task, turn) : send(task, turn);
  }

  return (task: Task, turn: Turn): Promise<void> => {
    const { trace: from, kind } = task.broadcast;
    return parts.follow.goOn(task.isEdit ? 'edit' : 'deliver', { from, kind }, () => carryOut(task, turn));
  };
}
