import type { Audience } from './audience.js';

/**
 * Where a sending stands as a whole:
 *   scheduled  -> preparing (at `sendAt`) -> sending -> done
 *   sending <-> paused;  scheduled, preparing, sending, paused -> cancelled
 * `done` is reached again after "resend to failed".
 */
export const BROADCAST_STATUSES = ['scheduled', 'preparing', 'sending', 'paused', 'done', 'cancelled'] as const;
export type BroadcastStatus = (typeof BROADCAST_STATUSES)[number];

/** What HR pressed and a worker carries out over all rows; idempotent, so that a crash in the middle does no harm. */
export interface Pass {
  readonly id: string;
  readonly kind: 'resend' | 'accept-uncertain' | 'resend-uncertain';
  readonly at: Date;
}

/** One sending of one message to many people, or to one. Its rows (`Delivery`) say who got it. */
export interface Broadcast {
  readonly organisation: string;
  /** Sorts newest first: newestFirst(createdAt) and random letters. */
  readonly id: string;
  /** Which composer makes its message: `announcement`, `question.new`, … */
  readonly kind: string;
  /** What HR sees in lists. */
  readonly title: string;
  /** What the composer needs; its shape belongs to the kind. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly audience: Audience;
  readonly status: BroadcastStatus;
  /** The person who sent it; missing when the bot did by itself. */
  readonly createdBy?: string;
  readonly createdAt: Date;
  readonly sendAt?: Date;
  readonly startedAt?: Date;
  readonly finishedAt?: Date;
  /** Until when answers are asked for; reminders are counted from it. */
  readonly deadline?: Date;
  /** Nobody is to answer any more, so nobody is reminded. */
  readonly isQuiet?: boolean;
  /** Counts up with each correction and with the recall: delivered cards of an earlier edition are brought up to it. */
  readonly edition: number;
  readonly recalledAt?: Date;
  readonly passes: readonly Pass[];
  /** Where operation followed the latest press that made work, for whoever carries it out (Follow.here). */
  readonly trace?: string;
}

export interface StoredBroadcast {
  readonly broadcast: Broadcast;
  readonly version: string;
}

/** A broadcast with work to do; `version` changes each time that somebody says so anew. */
export interface Active {
  readonly organisation: string;
  readonly id: string;
  readonly version: string;
}

/** Where sendings are kept; provided by storage/. Writes throw `storage_conflict` when somebody else wrote first. */
export interface BroadcastStore {
  /** An id that sorts newest first; the same for the same moment and name, so that a form that is sent twice makes one broadcast. */
  idFor(createdAt: Date, name: string): string;
  /** Gives false when the id is taken: then it was created before. */
  create(broadcast: Broadcast): Promise<boolean>;
  find(organisation: string, id: string): Promise<StoredBroadcast | undefined>;
  update(broadcast: Broadcast, version: string): Promise<StoredBroadcast>;
  /** Of an organisation, newest first. */
  list(organisation: string): AsyncIterable<Broadcast>;
  /** Those with work to do, of all organisations: one storage call when there are none. */
  active(): Promise<readonly Active[]>;
  activate(organisation: string, id: string): Promise<void>;
  /** There is no more work, unless somebody made some since `active` was read: then it stays. */
  rest(active: Active): Promise<void>;
}
