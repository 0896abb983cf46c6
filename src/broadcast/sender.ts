import { type PerformParts, createPerform } from './perform.js';
import { sleep } from './pace.js';
import { createRequests, type RequestParts } from './request.js';
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
  /** Takes no more hints, ends what is in flight. */
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
  let isStopping = false;
  const takeUp = createTakeUp(parts);
  const perform = createPerform({ ...parts, requests: createRequests(parts), isStopping: () => isStopping });
  const inFlight = new Set<Promise<void>>();
  const inTime = Math.floor((parts.perSecond * times.claim * WAITING_PART) / 1000);
  const most = Math.max(2, Math.min(MOST_IN_FLIGHT, inTime));
  let running: Promise<void> | undefined;
  let wakeUp: () => void = () => undefined;
  let isWoken = false;

  function launch(task: Task, slot: number): void {
    const work = perform(task, slot)
      // The hint is not done, so it comes back and somebody looks at the row again.
      .catch((error: unknown) =>
        log.warn({ error, broadcast: task.broadcast.id }, 'a delivery did not come to its end'),
      )
      .finally(() => inFlight.delete(work));
    inFlight.add(work);
  }

  async function turn(): Promise<void> {
    await pace.untilOpen();
    // A quarter of it at a time, so that a transaction holds several.
    while (inFlight.size > most - most / 4) await Promise.race(inFlight);
    isWoken = false;
    const taken = await hints.take(Math.min(BATCH, most - inFlight.size), times.hide);
    if (taken.length === 0) return idle();
    // One that fails keeps its hint, which comes back; the others go on.
    const settled = await Promise.allSettled(taken.map(takeUp));
    const tasks = settled.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []));
    const slots = tasks.length === 0 ? [] : await reserve(tasks.length);
    tasks.forEach((task, index) => launch(task, slots[index]!));
    const failed = settled.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
  }

  /** The rows are claimed already, so a storage that stutters is waited for; a claim that ends meanwhile sends nothing. */
  async function reserve(count: number): Promise<readonly number[]> {
    for (;;) {
      try {
        return await pace.reserve(count);
      } catch (error) {
        log.warn({ error }, 'no slots could be reserved; tried again');
        await sleep(times.look);
        if (isStopping) throw error;
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
    while (!isStopping)
      await turn().catch(async (error: unknown) => {
        log.warn({ error }, 'the queue of deliveries could not be worked on; tried again');
        await idle();
      });
    await Promise.all(inFlight);
  }

  function wake(): void {
    isWoken = true;
    wakeUp();
  }

  return {
    start: () => void (running ??= run()),
    async stop() {
      isStopping = true;
      wake();
      await running;
    },
    wake,
  };
}
