import { randomUUID } from 'node:crypto';
import type { Clock } from '../calendar/index.js';
import type { Claim, Job } from './job.js';
import type { DueJob, JobStore, StoredJob } from './job-store.js';
import { claimed, failed, isDue, MAX_ATTEMPTS, released, renewed } from './transitions.js';
import { isConflict } from '../errors.js';
import { tryAgain } from '../try-again.js';

export interface ClaimOptions {
  readonly store: JobStore;
  readonly clock: Clock;
  readonly holder: string;
  readonly leaseMs: number;
}

/** A job that this process alone may run, until it ends or the claim is lost. The claim is renewed meanwhile. */
export interface HeldJob {
  readonly job: Job;
  /** Aborted when another process may have taken the job over. */
  readonly lost: AbortSignal;
  /** Writes what became of the job and lets go. False when the claim was lost: then nothing is written. */
  end(decide: (job: Job, now: Date) => Job): Promise<boolean>;
}

/** `given-up`: it was started too often without an end, so it took its processes down, and is failed now. */
export type Claiming = { readonly kind: 'held'; readonly held: HeldJob } | { readonly kind: 'taken' | 'given-up' };

/** Claims a job by its version: of many that try at once, one gets it. Two storage calls. */
export async function claimJob({ organisation, id }: DueJob, options: ClaimOptions): Promise<Claiming> {
  const { store, clock, holder, leaseMs } = options;
  const found = await store.find(organisation, id);
  const now = clock();
  if (!found || !isDue(found.job, now)) return { kind: 'taken' };
  try {
    if (found.job.attempts >= MAX_ATTEMPTS) {
      await store.save(failed(found.job, 'process_died', now), found);
      return { kind: 'given-up' };
    }
    const claim = { id: randomUUID(), holder, until: new Date(now.getTime() + leaseMs) };
    const stored = await store.hold(claimed(found.job, claim), found);
    // The process slept through its lease: another one may have the job by now.
    if (clock() >= claim.until) return { kind: 'taken' };
    return { kind: 'held', held: holdJob(stored, claim, options) };
  } catch (error) {
    if (isConflict(error)) return { kind: 'taken' };
    throw error;
  }
}

function holdJob(first: StoredJob, claim: Claim, { store, clock, leaseMs }: ClaimOptions): HeldJob {
  let current = first;
  let until = claim.until;
  let renewing: Promise<void> = Promise.resolve();
  const lost = new AbortController();

  /** One step on the row as it stands, whoever changed it meanwhile. False when the claim is no longer ours. */
  const write = (step: () => Promise<unknown>) =>
    tryAgain(async (tries) => {
      if (tries > 1) {
        const found = await store.find(first.job.organisation, first.job.id);
        if (found?.job.claim?.id !== claim.id) return false;
        current = found;
      }
      await step();
      return true;
    });

  async function renew(): Promise<void> {
    const next = new Date(clock().getTime() + leaseMs);
    try {
      const isOurs = await write(async () => (current = await store.hold(renewed(current.job, next), current)));
      if (isOurs) until = next;
      else lost.abort();
    } catch {
      // Storage falters: the next renewal may come through, as long as the lease lasts.
      if (clock() >= until) lost.abort();
    }
  }

  const timer = setInterval(() => {
    renewing = renewing.then(renew);
  }, leaseMs / 3);
  return {
    job: first.job,
    lost: lost.signal,
    async end(decide) {
      clearInterval(timer);
      await renewing;
      return write(() =>
        store.save(
          afterRun(current.job, first.job, () => decide(current.job, clock())),
          current,
        ),
      );
    },
  };
}

/** What was wanted otherwise during the run goes before what the run came to. */
function afterRun(now: Job, atStart: Job, decide: () => Job): Job {
  return now.revision === atStart.revision ? decide() : released(now);
}
