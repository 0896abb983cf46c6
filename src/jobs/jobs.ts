import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../calendar/index.js';
import type { Job, NewJob } from './job.js';
import type { JobStore } from './job-store.js';
import { cancelled, createJob, rescheduled } from './transitions.js';
import { tryAgain } from '../try-again.js';

/** `unchanged`: it was there with this content. `different`: it was there with other content, and stays so. */
export type Scheduled = { readonly kind: 'scheduled' | 'unchanged' | 'different'; readonly job: Job };

/** How features ask for work at a later time. */
export interface Jobs {
  /**
   * Asks for a job once and for all: what is there under the same organisation and id stays as it is, whatever has become of it
   * (done, failed and cancelled ones too, until the purge takes them). So it may be called as often as one likes.
   */
  schedule(job: NewJob): Promise<Scheduled>;
  /**
   * Makes the job what is wanted now, whether it is there or not; also wakes one that is done, failed or cancelled. While its
   * handler runs, the job is run again afterwards. A waiting job that is like that already stays `unchanged`: a recurring
   * one without `dueAt` may be rescheduled at each start of the bot.
   */
  reschedule(job: NewJob): Promise<Scheduled>;
  /** Takes back a job that waits; a run under way goes on to its end. False when there is nothing to take back. */
  cancel(organisation: string, id: string): Promise<boolean>;
  find(organisation: string, id: string): Promise<Job | undefined>;
  /** All jobs of an organisation or of all, for those who look after the bot: see `state`, `attempts` and `lastError`. */
  list(organisation?: string): AsyncIterable<Job>;
}

export function createJobs({
  store,
  clock,
  onDue = () => undefined,
}: {
  readonly store: JobStore;
  readonly clock: Clock;
  /** A job was asked for that is due already: the scheduler of this process need not wait for its next look. */
  readonly onDue?: () => void;
}): Jobs {
  const told = (scheduled: Scheduled): Scheduled => {
    if (scheduled.kind === 'scheduled' && scheduled.job.startAfter <= clock()) onDue();
    return scheduled;
  };
  return {
    schedule: (wanted) =>
      tryAgain<Scheduled>(async () => {
        const found = await store.find(wanted.organisation, wanted.id);
        if (found) return { kind: isAsWanted(found.job, wanted) ? 'unchanged' : 'different', job: found.job };
        return insert(store, createJob(wanted, clock()));
      }).then(told),
    reschedule: (wanted) =>
      tryAgain<Scheduled>(async () => {
        const found = await store.find(wanted.organisation, wanted.id);
        if (!found) return insert(store, createJob(wanted, clock()));
        if (isAsWantedNow(found.job, wanted)) return { kind: 'unchanged', job: found.job };
        const job = rescheduled(found.job, wanted, clock());
        await store.save(job, found);
        return { kind: 'scheduled', job };
      }).then(told),
    cancel: (organisation, id) =>
      tryAgain(async () => {
        const found = await store.find(organisation, id);
        if (found?.job.state !== 'waiting') return false;
        await store.save(cancelled(found.job, clock()), found);
        return true;
      }),
    find: async (organisation, id) => (await store.find(organisation, id))?.job,
    list: (organisation) => store.list(organisation),
  };
}

async function insert(store: JobStore, job: Job): Promise<Scheduled> {
  await store.insert(job);
  return { kind: 'scheduled', job };
}

/** Whether nothing need be done for it to be run as wanted. */
function isAsWantedNow(job: Job, wanted: NewJob): boolean {
  const isInTime = wanted.dueAt === undefined || wanted.dueAt.getTime() === job.dueAt.getTime();
  return job.state === 'waiting' && isAsWanted(job, wanted) && isInTime;
}

/** The time of a recurring job moves on by itself, so it is no part of its content. */
function isAsWanted(job: Job, wanted: NewJob): boolean {
  const content = ({ kind, data = {}, every, dueAt }: NewJob): unknown =>
    JSON.parse(JSON.stringify({ kind, data, every, dueAt: every ? undefined : dueAt }));
  return isDeepStrictEqual(content(job), content(wanted));
}
