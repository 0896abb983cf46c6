import type { WallTime } from '../calendar/index.js';

/** When a job comes again: a time of `ms` after it was due, or each day at a wall time in Stockholm. */
export type Recurrence = { readonly ms: number } | { readonly daily: WallTime };

/** What a handler gets to know, as JSON: ids of rounds, cases, broadcasts. Neither persons nor text that people wrote. Its handler parses it. */
export type JobData = Readonly<Record<string, unknown>>;

/** What somebody wants done. */
export interface NewJob {
  readonly organisation: string;
  /** Made of what the job is about (`remind:round-1:2`), so that asking twice is asking once. Holds no person. */
  readonly id: string;
  /** Which handler does it. */
  readonly kind: string;
  readonly data?: JobData;
  /** When it is to be done. A recurring job may leave it out: its first time is then the next by `every`. */
  readonly dueAt?: Date;
  readonly every?: Recurrence;
}

/** A process that may run the job until then. */
export interface Claim {
  readonly id: string;
  readonly holder: string;
  readonly until: Date;
}

/** A job as it is kept. What it looks like after each step is decided in transitions.ts. */
export interface Job extends NewJob {
  readonly data: JobData;
  /** When it was or is to be done; of a recurring job, its present time. */
  readonly dueAt: Date;
  readonly state: 'waiting' | 'done' | 'failed' | 'cancelled';
  /** When the scheduler may start it: dueAt, or later after a failure. */
  readonly startAfter: Date;
  /** How often it was started for its present dueAt. */
  readonly attempts: number;
  /** Who runs it now, or ran it when its process died. */
  readonly claim?: Claim;
  /** Counts what was changed from outside, so that a run knows whether what it did is still what is wanted. */
  readonly revision: number;
  /** The last failure: a code, never a text. Of a recurring job it stays until a run succeeds. */
  readonly lastError?: string;
  readonly failedAt?: Date;
  /** When it became done, failed or cancelled. */
  readonly endedAt?: Date;
}
