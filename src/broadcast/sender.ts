import { setMaxListeners } from 'node:events';
import type { TakenHint } from './hint-queue.js';
import { createInsist } from './insist.js';
import { type PerformParts, createPerform } from './perform.js';
import { createRequests, type RequestParts } from './request.js';
import { sleep } from './sleep.js';
import type { Turn } from './slots.js';
import { createTakeUp, type Task, type TakeUpParts } from './task.js';

export type SenderParts = TakeUpParts &
  RequestParts &
  Omit<PerformParts, 'requests' | 'isStopping'> & {
    /** Requests a second of all processes together. */
    readonly perSecond: number;
  };

/** Sends what the queue hints at; one in each process that takes part. */
export interface Sender {
  start(): void;
  /** Takes no more hints, ends what is in flight; lasts while storage is away and rows are to be given back, until their claims are over. */
  stop(): Promise<void>;
  /** There is something in the queue now: do not wait for the next look. */
  wake(): void;
}

/** A worker that is killed leaves at most this many rows whose outcome nobody knows. */
export const MOST_IN_FLIGHT = 16;
const BATCH = 8;
/** Of its life a claim may wait so much for its slot: a slow rate lets fewer rows be taken in hand. */
const WAITING_PART = 0.25;
/** Of a claim's life, when no more is tried to get a slot, claiming included: a slot must be had before half of it is over. */
const RESERVING_PART = 0.4;

export function createSender(parts: SenderParts): Sender {
  const { hints, pace, log, times } = parts;
  const stopping = new AbortController();
  // One for each row in hand and one for the next turn: Node takes one that more than ten listen to for a leak.
  setMaxListeners(MOST_IN_FLIGHT + 1, stopping.signal);
  const isStopping = () => stopping.signal.aborted;
  const { takeUp, giveBack, givenBack } = createTakeUp(parts);
  const insist = createInsist(parts);
  const perform = createPerform({ ...parts, requests: createRequests(parts), isStopping });
  /** Hints in our hands, from the moment they are taken until nothing is left to do for them. */
  let inHand = 0;
  const working = new Set<Promise<void>>();
  let freed: () => void = () => undefined;
  let isTroubled = false;
  const inTime = Math.floor((parts.perSecond * times.claim * WAITING_PART) / 1000);
  const most = Math.max(2, Math.min(MOST_IN_FLIGHT, inTime));
  let running: Promise<void> | undefined;
  let wakeUp: () => void = () => undefined;
  let isWoken = false;

  async function turn(): Promise<void> {
    // A quarter of it at a time, so that a transaction holds several.
    while (most - inHand < most / 4) await aFreeHand();
    // Not idle(), which ends when there is more in the queue: that helps nobody now.
    if (isTroubled) await sleep(times.look, stopping.signal);
    isTroubled = false;
    await pace.untilOpen(stopping.signal);
    // All of these waits end with a stop, or may have outlasted one.
    if (isStopping()) return;
    isWoken = false;
    const taken = await hints.take(Math.min(BATCH, most - inHand), times.hide);
    if (taken.length === 0) return idle();
    inHand += taken.length;
    // Not waited for: while these rows are claimed and get their slots, more hints are taken, or one worker alone, whose storage
    // is slow, would not reach the rate.
    for (const one of taken) {
      const work = carryOut(one).finally(() => {
        working.delete(work);
        letGo();
      });
      working.add(work);
    }
  }

  /** Claims the row, reserves its slot and sends. A hint that is not done comes back, and somebody looks at its row again. */
  async function carryOut(taken: TakenHint): Promise<void> {
    const { broadcast } = taken.hint.row;
    const task = await takeUp(taken).catch(inTrouble(broadcast, 'a hint could not be taken up; it comes back'));
    if (!task) return;
    const turn = await slotFor(task).catch(inTrouble(broadcast, 'no slot could be reserved; the row is given back'));
    if (turn)
      await perform(task, turn).catch((error: unknown) =>
        log.warn({ error, broadcast }, 'a delivery did not come to its end'),
      );
    else if (!task.isEdit) giveBack(task);
  }

  /** Storage stutters: the queue is left alone for a moment. */
  function inTrouble(broadcast: string, message: string): (error: unknown) => undefined {
    return (error) => {
      isTroubled = true;
      log.warn({ error, broadcast }, message);
      return undefined;
    };
  }

  /** Not held up by other rows whose claims take longer; `pace` asks storage for all that want one meanwhile at once. */
  async function slotFor({ row: { row }, until }: Task): Promise<Turn | undefined> {
    const latest = until - times.claim * (1 - RESERVING_PART);
    const [turn] = await insist(() => pace.reserve([row.reference]), latest, stopping.signal);
    return turn;
  }

  function letGo(): void {
    inHand -= 1;
    freed();
  }

  function aFreeHand(): Promise<void> {
    return new Promise((resolve) => (freed = resolve));
  }

  /** Until there is work again; not at all when somebody said so since the queue was last looked at. */
  function idle(): Promise<void> {
    if (isWoken) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, times.look);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function run(): Promise<void> {
    while (!isStopping())
      await turn().catch((error: unknown) => {
        isTroubled = true;
        log.warn({ error }, 'the queue of deliveries could not be worked on; tried again');
      });
    await Promise.all(working);
    await givenBack();
  }

  function wake(): void {
    isWoken = true;
    wakeUp();
  }

  return {
    start: () => void (running ??= run()),
    async stop() {
      stopping.abort();
      wake();
      await running;
    },
    wake,
  };
}
