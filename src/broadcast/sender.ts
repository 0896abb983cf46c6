import type { TakenHint } from './hint-queue.js';
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

export function createSender(parts: SenderParts): Sender {
  const { hints, pace, log, times } = parts;
  const stopping = new AbortController();
  const isStopping = () => stopping.signal.aborted;
  const { takeUp, giveBack, givenBack } = createTakeUp(parts);
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
    await pace.untilOpen(stopping.signal);
    if (isTroubled) await idle();
    isTroubled = false;
    // A quarter of it at a time, so that a transaction holds several.
    while (most - inHand < most / 4) await aFreeHand();
    // All of these waits end with a stop, or may have outlasted one.
    if (isStopping()) return;
    isWoken = false;
    const taken = await hints.take(Math.min(BATCH, most - inHand), times.hide);
    if (taken.length === 0) return idle();
    inHand += taken.length;
    // Not waited for: while these rows are claimed and get their slots, more hints are taken, or one worker alone, whose storage
    // is slow, would not reach the rate.
    const work = carryOut(taken).finally(() => working.delete(work));
    working.add(work);
  }

  /** Claims the rows, reserves their slots and sends. A hint that is not done comes back, and somebody looks at its row again. */
  async function carryOut(taken: readonly TakenHint[]): Promise<void> {
    const tasks: Task[] = [];
    const takeOne = async (hint: TakenHint) => {
      const task = await takeUp(hint).catch(inTrouble('a hint could not be taken up; it comes back'));
      if (task) tasks.push(task);
      else letGo();
    };
    await Promise.all(taken.map(takeOne));
    if (tasks.length === 0) return;
    const turns = await reserve(tasks.map(({ row }) => row.row.reference)).catch(inTrouble('no slots were reserved'));
    const each = tasks.map(async (task, index) => {
      if (turns) await perform(task, turns[index]!).catch(inTrouble('a delivery did not come to its end'));
      else if (!task.isEdit) giveBack(task);
      letGo();
    });
    await Promise.all(each);
  }

  /** Storage stutters: the queue is left alone for a moment. */
  function inTrouble(message: string): (error: unknown) => undefined {
    return (error) => {
      isTroubled = true;
      log.warn({ error }, message);
      return undefined;
    };
  }

  function letGo(): void {
    inHand -= 1;
    freed();
  }

  function aFreeHand(): Promise<void> {
    return new Promise((resolve) => (freed = resolve));
  }

  /** The rows are claimed already, so a storage that stutters is waited for; a claim that ends meanwhile sends nothing. */
  async function reserve(conversations: readonly (string | undefined)[]): Promise<readonly Turn[]> {
    for (;;) {
      try {
        return await pace.reserve(conversations);
      } catch (error) {
        log.warn({ error }, 'no slots could be reserved; tried again');
        await sleep(times.look, stopping.signal);
        if (isStopping()) throw error;
      }
    }
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
      await turn().catch(async (error: unknown) => {
        log.warn({ error }, 'the queue of deliveries could not be worked on; tried again');
        await idle();
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
