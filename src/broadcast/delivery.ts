import type { Locale } from '../calendar/index.js';
import type { UndeliverableCause } from './courier.js';

/**
 * Where one recipient stands. A recipient is in exactly one state, so that the states sum up to the recipients at every moment
 * (design section 6). Throttled is pending.
 */
export const DELIVERY_STATES = [
  'pending',
  'sending',
  'delivered',
  'failed',
  'uncertain',
  'notInstalled',
  'unresolved',
  'cancelled',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/**
 * Why a delivery failed for good: what Teams said, or `unavailable` when Teams could not be reached in ten tries.
 */
export type FailureCause = Exclude<UndeliverableCause, 'not-installed'> | 'unavailable';

/** An attempt that is over: what it came to, kept when "resend to failed" or "now installed" opened the next one. */
export interface PastAttempt {
  readonly attempt: number;
  readonly state: DeliveryState;
  readonly cause?: FailureCause;
  readonly lastError?: string;
  readonly tries: number;
  readonly endedAt: Date;
}

/** A row in someone's hands: which process may send it, until when. `id` is made anew for each claim. */
export interface Claim {
  readonly id: string;
  readonly by: string;
  readonly until: Date;
}

/** One recipient of one broadcast: the truth about whether somebody got it. */
export interface Delivery {
  readonly organisation: string;
  readonly broadcast: string;
  /** The Entra object id; for `unresolved` what was written where a person was expected. */
  readonly person: string;
  readonly state: DeliveryState;
  readonly cause?: FailureCause;
  readonly locale: Locale;
  /** Where to reach the person, as opaque JSON of bot/. */
  readonly reference?: string;
  /** The stale reference was replaced once in this attempt; not a second time. */
  readonly isRefreshed?: boolean;
  /** 1 for the first. */
  readonly attempt: number;
  /** Requests sent in this attempt. */
  readonly tries: number;
  /** Those of them whose outcome nobody knows: each may have been delivered, so the next one may be a duplicate. */
  readonly ambiguous: number;
  /** Of a pending row: not before this moment. */
  readonly nextAt?: Date;
  readonly claim?: Claim;
  /** The message's id in Teams, to update it by. */
  readonly activityId?: string;
  /** A status and a code of the last request that did not succeed. */
  readonly lastError?: string;
  readonly deliveredAt?: Date;
  readonly answeredAt?: Date;
  readonly remindedAt?: Date;
  readonly recalledAt?: Date;
  readonly correctedAt?: Date;
  /** Which edition of the broadcast's card the person has; 0 is the first. */
  readonly edition: number;
  /** The card could not be brought to a later edition, so the person keeps the one it has. */
  readonly editError?: string;
  readonly history: readonly PastAttempt[];
  /** When its broadcast was created: how long the row is kept is counted from it. */
  readonly createdAt: Date;
}
