import type { Clock } from '../calendar/index.js';
import type { DueJob, JobStore } from './job-store.js';
import { type JobHandler, type JobLog, runJob } from './run-job.js';

export interface SchedulerOptions {
  readonly store: JobStore;
  /** By kind of job. Looked at when something is due: it may be filled until then. */
  readonly handlers: Readonly<Record<string, JobHandler>>;
  readonly clock: Clock;
  /** A random id of this process. */
  readonly holder: string;
  readonly log: JobLog;
  /** How long a claim lasts unless it is renewed, in ms: so long a job waits whose process died. Default 60,000. */
  readonly leaseMs?: number;
  /** How many handlers of this process may run at once. Default 8. */
  readonly concurrency?: number;
}

export interface Scheduler {
  /**
   * Runs what is due, and resolves when all of it has ended, with the number of handlers run. Rejects with
   * `storage_unavailable` when storage does not say what is due.
   */
  tick(): Promise<number>;
  /** Ticks now and then every so many ms, until stop. A tick that fails is logged; the next one makes up for it. */
  start(intervalMs: number): void;
  /** Looks at once, when it was started: something is due now. */
  wake(): void;
  /** Starts nothing more, and resolves when the handlers under way have ended. */
  stop(): Promise<void>;
}

/** So many due jobs are taken in hand at once; the rest when they are done. */
const BATCH = 64;

/**
 * The one scheduler, which any number of replicas may run over the same storage.
 *
 * Guarantee: each job's handler runs to its end at least once, by one process at a time, at its time or at the first tick after
 * it. It runs twice only when a process died or lost its lease in the middle, or could not write the end down, so handlers must
 * be idempotent by job id, which is handed to them. Exceptions, all to be seen with `Jobs.list`: a job that fails eight times
 * over 17 hours, or takes its process down eight times, ends as `failed`; one of a kind that no handler knows stays as it is.
 *
 * Cost: a tick with nothing due is one storage call, and one more for each job that another process runs just then. A job that
 * is run costs three (read, claim, end) and one for every third of a lease.
 */
export function createScheduler({ leaseMs = 60_000, concurrency = 8, ...options }: SchedulerOptions): Scheduler {
  const { store, clock, log, handlers } = options;
  const running = new Map<string, Promise<boolean>>();
  const unknown = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  /** What is due and has not been `seen` in this tick. */
  async function findDue(seen: Set<string>): Promise<DueJob[]> {
    const found: DueJob[] = [];
    for await (const due of store.due(clock())) {
      if (!Object.hasOwn(handlers, due.kind)) tellUnknown(due);
      else if (!seen.has(keyOf(due))) found.push(due);
      if (found.length === BATCH) break;
    }
    for (const due of found) seen.add(keyOf(due));
    return found;
  }

  /** Once a job and process: it is found at every tick. */
  function tellUnknown({ organisation, id, kind }: DueJob): void {
    if (unknown.has(keyOf({ organisation, id }))) return;
    unknown.add(keyOf({ organisation, id }));
    log.error({ organisation, job: id, kind }, 'no handler knows this kind of job; it stays');
  }

  async function run(due: DueJob): Promise<boolean> {
    const runs = runJob(due, { ...options, handler: handlers[due.kind]!, leaseMs });
    running.set(keyOf(due), runs);
    try {
      return await runs;
    } finally {
      running.delete(keyOf(due));
    }
  }

  async function runAll(batch: readonly DueJob[]): Promise<number> {
    const runs: Promise<boolean>[] = [];
    for (const due of batch) {
      while (running.size >= concurrency && !isStopped) await Promise.race(running.values());
      if (isStopped) break;
      if (!running.has(keyOf(due))) runs.push(run(due));
    }
    return (await Promise.all(runs)).filter(Boolean).length;
  }

  async function tick(): Promise<number> {
    const seen = new Set(running.keys());
    let ran = 0;
    while (!isStopped) {
      const batch = await findDue(seen);
      ran += await runAll(fromAnywhere(batch));
      // Less than a batch was all there is.
      if (batch.length < BATCH) break;
    }
    return ran;
  }

  function tickInBackground(): void {
    // A tick that waits for long handlers must not keep later jobs waiting, but one that has no hands free need not look.
    if (running.size >= concurrency) return;
    tick().catch((error: unknown) => log.warn({ error }, 'the scheduler could not look for due jobs; it will again'));
  }

  return {
    tick,
    start(intervalMs) {
      if (timer || isStopped) return;
      timer = setInterval(tickInBackground, intervalMs);
      tickInBackground();
    },
    wake() {
      if (timer && !isStopped) tickInBackground();
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await Promise.allSettled(running.values());
    },
  };
}

function keyOf({ organisation, id }: Pick<DueJob, 'organisation' | 'id'>): string {
  return `${organisation}\n${id}`;
}

/** Each process begins elsewhere, or all of them would compete for each job in turn. */
function fromAnywhere<T>(list: readonly T[]): T[] {
  const first = Math.floor(Math.random() * list.length);
  return [...list.slice(first), ...list.slice(0, first)];
}
