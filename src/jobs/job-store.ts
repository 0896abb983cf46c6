import type { Job } from './job.js';

/** A job as it was read, with the version that a later write must name. */
export interface StoredJob {
  readonly job: Job;
  readonly version: string;
}

/** A job whose time has come, as far as the list of times knows: it may be running already. */
export type DueJob = Pick<Job, 'organisation' | 'id' | 'kind'>;

/**
 * Where jobs are kept. A write of a job that changed since it was read, or an insert of one that is there, throws
 * `storage_conflict` and changes nothing; a write whose receipt was lost counts as written.
 */
export interface JobStore {
  find(organisation: string, id: string): Promise<StoredJob | undefined>;
  insert(job: Job): Promise<void>;
  /** Writes the job and its place in the list of times in one write: all or nothing. */
  save(job: Job, before: StoredJob): Promise<void>;
  /** Writes the job where its place in the list of times stays (same state and startAfter): one row, and its new version. */
  hold(job: Job, before: StoredJob): Promise<StoredJob>;
  /** Jobs that wait with a startAfter of `now` or earlier, of all organisations, an organisation's oldest first. */
  due(now: Date): AsyncIterable<DueJob>;
  /** All jobs of an organisation, or of all: also those that are over, until the purge takes them. */
  list(organisation?: string): AsyncIterable<Job>;
}
