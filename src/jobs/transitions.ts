import type { Claim, Job, NewJob } from './job.js';
import { nextDue } from './recurrence.js';

const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000];

/** How long a job waits after each failure: seven tries again over 17 hours, enough for a service that is down for a night. */
const RETRY_DELAYS_MS = [15 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR];
/** After so many starts a job that failed each time, or took its process down with it, is given up. */
export const MAX_ATTEMPTS = RETRY_DELAYS_MS.length + 1;

/** What somebody wants done, as it is kept at first. Throws RangeError when it has neither a time nor a recurrence. */
export function createJob(wanted: NewJob, now: Date): Job {
  // Also checks the recurrence.
  const next = wanted.every && nextDue(wanted.every, now, now);
  const dueAt = wanted.dueAt ?? next;
  if (!dueAt) throw new RangeError(`Job ${wanted.id} has no time.`);
  return {
    ...wanted,
    data: wanted.data ?? {},
    dueAt,
    state: 'waiting',
    startAfter: dueAt,
    attempts: 0,
    revision: 0,
  };
}

/** Whether it may be started now: it waits, its time has come and nobody runs it. */
export function isDue({ state, startAfter, claim }: Job, now: Date): boolean {
  return state === 'waiting' && startAfter <= now && !(claim && claim.until > now);
}

export function claimed(job: Job, claim: Claim): Job {
  return { ...job, claim, attempts: job.attempts + 1 };
}

export function renewed(job: Job, until: Date): Job {
  return { ...job, claim: job.claim && { ...job.claim, until } };
}

/** Its run has succeeded: over, or waiting for its next time. */
export function finished(job: Job, now: Date): Job {
  const free: Job = { ...job, claim: undefined, lastError: undefined, failedAt: undefined };
  return job.every ? again(free, nextDue(job.every, job.dueAt, now)) : ended(free, 'done', now);
}

/**
 * Its run has failed: it waits and is tried again, or is given up. A recurring job is not given up: what is left of its present
 * time goes over to the next one, with the failure still to be seen.
 */
export function failed(job: Job, lastError: string, now: Date): Job {
  const free: Job = { ...job, claim: undefined, lastError, failedAt: now };
  const delay = job.attempts < MAX_ATTEMPTS ? RETRY_DELAYS_MS[job.attempts - 1] : undefined;
  const retryAt = delay === undefined ? undefined : new Date(now.getTime() + delay);
  const next = job.every && nextDue(job.every, job.dueAt, now);
  if (next && (!retryAt || retryAt >= next)) return again(free, next);
  return retryAt ? { ...free, startAfter: retryAt } : ended(free, 'failed', now);
}

/** Its run has ended, but meanwhile something else was wanted: that stays as it is, only the run lets go. */
export function released(job: Job): Job {
  return { ...job, claim: undefined };
}

/** Wanted otherwise, or once more. A run that is under way keeps its claim, so that no second one starts beside it. */
export function rescheduled(job: Job, wanted: NewJob, now: Date): Job {
  return { ...createJob(wanted, now), claim: job.claim, revision: job.revision + 1 };
}

export function cancelled(job: Job, now: Date): Job {
  return { ...ended(job, 'cancelled', now), revision: job.revision + 1 };
}

function again(job: Job, dueAt: Date): Job {
  return { ...job, dueAt, startAfter: dueAt, attempts: 0 };
}

function ended(job: Job, state: 'done' | 'failed' | 'cancelled', now: Date): Job {
  return { ...job, state, endedAt: now };
}
