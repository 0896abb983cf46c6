import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../errors.js';
import type { Job } from './job.js';
import type { DueJob } from './job-store.js';
import { type ClaimOptions, claimJob, type HeldJob } from './held-job.js';
import { failed, finished } from './transitions.js';

/** What the scheduler needs of a log: ids and codes, never what people wrote. */
export interface JobLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/**
 * Does one kind of job. `now` is when it starts. May be called twice for the same job (see createScheduler), so it does what it
 * does once an id: of a recurring job, once an id and `dueAt`. `lost` is aborted when another process may have taken the job
 * over: long work stops then.
 */
export type JobHandler = (job: Job, now: Date, lost: AbortSignal) => Promise<void>;

export interface RunOptions extends ClaimOptions {
  readonly handler: JobHandler;
  readonly log: JobLog;
}

/** Each try takes up to the deadline of a storage call, and all of them together less than a lease. */
const END_TRIES = 5;
const END_WAIT_MS = 2000;

/**
 * Claims a due job, does it and writes down what became of it. True when the handler was run, whatever came of it; never
 * rejects: a failure of storage is logged, and the job is found again when it is due or its lease has ended.
 */
export async function runJob(due: DueJob, options: RunOptions): Promise<boolean> {
  const { log } = options;
  const facts = { organisation: due.organisation, job: due.id, kind: due.kind };
  try {
    const claiming = await claimJob(due, options);
    if (claiming.kind === 'given-up') log.error(facts, 'a job ended its process at each start and is given up');
    if (claiming.kind !== 'held') return false;
    await run(claiming.held, options, facts);
    return true;
  } catch (error) {
    log.warn({ ...facts, error }, 'storage failed a job; it is tried again later');
    return false;
  }
}

async function run(held: HeldJob, { handler, clock, log }: RunOptions, facts: object): Promise<void> {
  let lastError: string | undefined;
  try {
    await handler(held.job, clock(), held.lost);
  } catch (error) {
    lastError = error instanceof AppError ? error.code : 'handler_failed';
    log.warn({ ...facts, attempts: held.job.attempts, error }, 'a job failed');
  }
  let left: Job | undefined;
  const isWritten = await persist(() =>
    held.end((job, now) => (left = lastError === undefined ? finished(job, now) : failed(job, lastError, now))),
  );
  if (!isWritten) log.warn(facts, 'a job was taken over by another process while it ran here');
  else if (left?.state === 'failed') log.error({ ...facts, lastError }, 'a job failed at each try and is given up');
}

/** The handler has run: that is worth some patience with storage, or it will run again. */
async function persist(end: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    try {
      return await end();
    } catch (error) {
      if (tries === END_TRIES) throw error;
      await wait(END_WAIT_MS);
    }
  }
}
