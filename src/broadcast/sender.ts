import { randomUUID } from 'node:crypto';
import type { Message } from '../actions/index.js';
import type { Clock } from '../calendar/index.js';
import type { Broadcast } from './broadcast.js';
import type { Composers } from './composer.js';
import { createConversationGaps } from './conversation-gaps.js';
import type { Courier, SendOutcome } from './courier.js';
import type { Delivery } from './delivery.js';
import { needsEdit } from './errand.js';
import type { Headers } from './headers.js';
import type { HintQueue, TakenHint } from './hint-queue.js';
import type { Ledger } from './ledger.js';
import type { Kept } from './ledger-store.js';
import { type Pace, sleep } from './pace.js';
import { recalledMessage } from './recall.js';
import { createThrottleWatch } from './throttle.js';
import { claim, conclude, type Moment, poison, refreshed, release } from './transitions.js';

export interface SenderParts {
  /** The name of this process. */
  readonly holder: string;
  readonly hints: HintQueue;
  readonly ledger: Ledger;
  readonly headers: Headers;
  readonly pace: Pace;
  readonly courier: Courier;
  readonly composers: Composers;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: { warn(facts: object, message: string): void };
}

/** Sends what the queue hints at; one in each process that takes part. */
export interface Sender {
  start(): void;
  /** Takes no more hints, ends what is in flight. */
  stop(): Promise<void>;
  /** There is something in the queue now: do not wait for the next look. */
  wake(): void;
  /** Rows in this process's hands. */
  inFlight(): number;
}

/** A worker that is killed leaves at most this many rows whose outcome nobody knows. */
export const MOST_IN_FLIGHT = 16;
const BATCH = 8;
const LEAST_ROOM = 4;
/** A claim outlives the longest request (10 s) and its wait for a slot; after it somebody else may take the row. */
const CLAIM_MS = 25_000;
/** A request that could not begin before its claim has so little left is not sent at all. */
const LEAST_LEFT_MS = 12_000;
const IDLE_MS = 1000;
/** Whoever took the hint did not finish, five times over. */
const MOST_TAKEN = 5;

interface Task {
  readonly taken: TakenHint;
  readonly broadcast: Broadcast;
  readonly claimId: string;
  readonly until: number;
  readonly row: Kept<Delivery>;
  readonly isEdit: boolean;
}

export function createSender(parts: SenderParts): Sender {
  const { hints, ledger, headers, pace, courier, composers, clock, random, log } = parts;
  const gaps = createConversationGaps();
  const watch = createThrottleWatch();
  const inFlight = new Set<Promise<void>>();
  let running: Promise<void> | undefined;
  let isStopping = false;
  let wakeUp: () => void = () => undefined;

  const moment = (): Moment => ({ now: clock(), random });

  /** What is to be done for a hint, the row in our hands; undefined when it was dropped. */
  async function take(taken: TakenHint): Promise<Task | undefined> {
    const { row: seen } = taken.hint;
    const broadcast = await headers(seen.organisation, seen.broadcast);
    if (broadcast && taken.takenTimes <= MOST_TAKEN) {
      const claimId = randomUUID();
      const until = clock().getTime() + CLAIM_MS;
      const task = { taken, broadcast, claimId, until };
      if (needsEdit(seen, broadcast.edition)) return { ...task, row: taken.hint, isEdit: true };
      if (broadcast.status === 'sending') {
        const by = { id: claimId, by: parts.holder, until: new Date(until) };
        const row = await ledger.change({ seen: taken.hint, decide: (newest) => claim(newest, by, moment()) });
        // `uncertain`: the last of its tries was left in the middle by a worker that died.
        if (row?.row.state === 'sending') return { ...task, row, isEdit: false };
      }
    }
    if (taken.takenTimes > MOST_TAKEN) await ledger.change({ seen: taken.hint, decide: poison });
    await hints.done(taken);
    return undefined;
  }

  async function messageOf({ broadcast, row: { row } }: Task): Promise<Message | undefined> {
    if (broadcast.recalledAt) return recalledMessage(broadcast, row.locale);
    try {
      return await composers[broadcast.kind]?.(broadcast, { person: row.person, locale: row.locale });
    } catch (error) {
      log.warn({ error, kind: broadcast.kind, broadcast: broadcast.id }, 'a message could not be made');
      return undefined;
    }
  }

  /** One request, at its slot and at the conversation's. */
  async function request(task: Task, slot: number): Promise<SendOutcome | 'too-late'> {
    const { reference, locale, activityId } = task.row.row;
    const message = await messageOf(task);
    if (message === undefined || reference === undefined)
      return { kind: 'undeliverable', cause: 'rejected', reason: 'no message could be made' };
    const free = gaps.take(reference, slot);
    if (free > slot) await sleep(free - clock().getTime());
    await pace.untilSlot(slot);
    if (task.until - clock().getTime() < LEAST_LEFT_MS) return 'too-late';
    const outcome = task.isEdit
      ? await courier.update(reference, activityId!, message, locale)
      : await courier.post(reference, message, locale);
    return noticed(reference, outcome);
  }

  async function noticed<Outcome extends SendOutcome>(reference: string, outcome: Outcome): Promise<Outcome> {
    if (outcome.kind === 'throttled' && outcome.retryAfterMs !== undefined)
      gaps.holdOff(reference, clock().getTime() + outcome.retryAfterMs);
    const wait = watch(reference, outcome);
    if (wait !== undefined) await pace.holdOff(wait);
    return outcome;
  }

  /** A conversation that Teams no longer knows is asked for anew, once an attempt. */
  async function reopen(reference: string): Promise<SendOutcome | { kind: 'opened'; reference: string }> {
    const [slot] = await pace.reserve(1);
    await pace.untilSlot(slot!);
    const outcome = await courier.reopen(reference);
    // Nothing was posted, whatever became of the question.
    if (outcome.kind === 'ambiguous') return { kind: 'not-now', reason: outcome.reason };
    return outcome.kind === 'opened' ? outcome : noticed(reference, outcome);
  }

  async function send(task: Task, slot: number): Promise<void> {
    const { claimId, broadcast, row } = task;
    let outcome: SendOutcome | 'too-late' | { kind: 'opened'; reference: string } = await request(task, slot);
    const isStale = outcome !== 'too-late' && outcome.kind === 'undeliverable' && outcome.cause === 'stale';
    if (isStale && !row.row.isRefreshed) outcome = await reopen(row.row.reference!);
    const result = outcome;
    const written = await persist(() =>
      ledger.change({
        seen: row,
        decide: (newest) => {
          if (result === 'too-late') return release(newest, claimId);
          if (result.kind === 'opened') return refreshed(newest, claimId, result.reference);
          return conclude(newest, claimId, result, { ...moment(), edition: broadcast.edition });
        },
      }),
    );
    await goOn(task.taken, written);
  }

  /** Brings a delivered card to the newest edition. Doing it twice does no harm, so no claim is needed. */
  async function edit(task: Task, slot: number): Promise<void> {
    const { broadcast, row, taken } = task;
    const outcome = await request(task, slot);
    if (
      outcome === 'too-late' ||
      outcome.kind === 'throttled' ||
      outcome.kind === 'not-now' ||
      outcome.kind === 'ambiguous'
    ) {
      const waitMs = outcome !== 'too-late' && outcome.kind === 'throttled' ? (outcome.retryAfterMs ?? 2000) : 2000;
      await hints.put(row, waitMs);
      return hints.done(taken);
    }
    const { now } = moment();
    const { edition, recalledAt } = broadcast;
    const news =
      outcome.kind === 'sent'
        ? { edition, ...(recalledAt ? { recalledAt: now } : { correctedAt: now }) }
        : { editError: outcome.reason };
    await persist(() => ledger.change({ seen: row, decide: (newest) => ({ ...newest, ...news }) }));
    await hints.done(taken);
  }

  /** The hint of a row that has work left comes again when it is due. */
  async function goOn(taken: TakenHint, written: Kept<Delivery> | undefined): Promise<void> {
    if (written?.row.state === 'pending')
      await hints.put(written, Math.max(0, (written.row.nextAt?.getTime() ?? 0) - clock().getTime()));
    await hints.done(taken);
  }

  /** An outcome is worth waiting for storage: what is not written down is a possible duplicate. */
  async function persist<T>(write: () => Promise<T>): Promise<T> {
    const until = clock().getTime() + CLAIM_MS;
    for (;;) {
      try {
        return await write();
      } catch (error) {
        if (isStopping || clock().getTime() > until) throw error;
        await sleep(500 + 500 * random());
      }
    }
  }

  function launch(task: Task, slot: number): void {
    const work = (task.isEdit ? edit(task, slot) : send(task, slot))
      // The hint is not done, so it comes back and somebody looks at the row again.
      .catch((error: unknown) =>
        log.warn({ error, broadcast: task.broadcast.id }, 'a delivery did not come to its end'),
      )
      .finally(() => inFlight.delete(work));
    inFlight.add(work);
  }

  async function turn(): Promise<void> {
    while (inFlight.size > MOST_IN_FLIGHT - LEAST_ROOM) await Promise.race(inFlight);
    const taken = await hints.take(Math.min(BATCH, MOST_IN_FLIGHT - inFlight.size));
    if (taken.length === 0) return idle();
    // One that fails keeps its hint, which comes back; the others go on.
    const settled = await Promise.allSettled(taken.map(take));
    const tasks = settled.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []));
    const slots = tasks.length === 0 ? [] : await persist(() => pace.reserve(tasks.length));
    tasks.forEach((task, index) => launch(task, slots[index]!));
    const failed = settled.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
  }

  function idle(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, IDLE_MS);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function run(): Promise<void> {
    while (!isStopping)
      await turn().catch(async (error: unknown) => {
        log.warn({ error }, 'the queue of deliveries could not be worked on; tried again');
        await idle();
      });
    await Promise.all(inFlight);
  }

  return {
    start: () => void (running ??= run()),
    async stop() {
      isStopping = true;
      wakeUp();
      await running;
    },
    wake: () => wakeUp(),
    inFlight: () => inFlight.size,
  };
}
