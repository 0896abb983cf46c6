import type { SendOutcome } from './courier.js';
import type { Claim, Delivery, DeliveryState, FailureCause } from './delivery.js';

/** The first request and two repeats: a third unknown outcome makes the row `uncertain` and HR decides. */
const MAX_AMBIGUOUS = 3;
/** With growing waits that is about half an hour in which Teams could not be reached. */
const MAX_TRIES_WITHOUT_CONTACT = 10;
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 5 * 60_000;

/** What the state machine needs from outside: the moment, and a number from 0 to 1 that spreads repeats. */
export interface Moment {
  readonly now: Date;
  readonly random: () => number;
}

/**
 * Takes a row in hand before its request is sent. Undefined when there is nothing to do: not due, done, or in somebody else's
 * hands. A row whose claim ran out was left by a worker that died in the middle: its request may have been delivered.
 */
export function claim(row: Delivery, by: Claim, { now }: Moment): Delivery | undefined {
  if (row.claim?.id === by.id) return row;
  if (row.state === 'pending' && (row.nextAt === undefined || row.nextAt <= now))
    return { ...row, state: 'sending', claim: by, nextAt: undefined };
  if (row.state !== 'sending' || (row.claim && row.claim.until > now)) return undefined;
  const left = { ...row, tries: row.tries + 1, ambiguous: row.ambiguous + 1, lastError: 'left by a worker' };
  return left.ambiguous >= MAX_AMBIGUOUS ? end(left, 'uncertain') : { ...left, claim: by };
}

/**
 * What the outcome of a request makes of the row that was claimed for it. Undefined when the row is in other hands by now, so
 * that nobody's news is overwritten; but that somebody got it is never lost.
 */
export function conclude(
  row: Delivery,
  claimId: string,
  outcome: SendOutcome,
  moment: Moment & { readonly edition: number },
): Delivery | undefined {
  if (row.claim?.id !== claimId) {
    const isNews = outcome.kind === 'sent' && row.state !== 'delivered' && row.state !== 'sending';
    return isNews ? delivered(row, outcome.activityId, moment) : undefined;
  }
  const tried = { ...row, tries: row.tries + 1 };
  switch (outcome.kind) {
    case 'sent':
      return delivered(tried, outcome.activityId, moment);
    case 'throttled':
      return again({ ...tried, lastError: '429' }, outcome.retryAfterMs ?? backoffMs(tried.tries, moment), moment);
    case 'not-now':
      return tried.tries - tried.ambiguous >= MAX_TRIES_WITHOUT_CONTACT
        ? end({ ...tried, lastError: outcome.reason }, 'failed', 'unavailable')
        : again({ ...tried, lastError: outcome.reason }, backoffMs(tried.tries, moment), moment);
    case 'ambiguous': {
      const unknown = { ...tried, ambiguous: tried.ambiguous + 1, lastError: outcome.reason };
      return unknown.ambiguous >= MAX_AMBIGUOUS
        ? end(unknown, 'uncertain')
        : again(unknown, backoffMs(unknown.ambiguous, moment), moment);
    }
    case 'undeliverable':
      return outcome.cause === 'not-installed'
        ? end({ ...tried, lastError: outcome.reason }, 'notInstalled')
        : end({ ...tried, lastError: outcome.reason }, 'failed', outcome.cause);
  }
}

/** Gives a claimed row back untried: its turn would come when the claim has ended. */
export function release(row: Delivery, claimId: string, nextAt?: Date): Delivery | undefined {
  return row.claim?.id === claimId ? { ...row, state: 'pending', claim: undefined, nextAt } : undefined;
}

/** The row of a conversation that was found anew: sent to at once, and not refreshed a second time in this attempt. */
export function refreshed(row: Delivery, claimId: string, reference: string): Delivery | undefined {
  if (row.claim?.id !== claimId) return undefined;
  return { ...row, state: 'pending', claim: undefined, reference, isRefreshed: true, tries: row.tries + 1 };
}

/** Nothing more goes to those who have not got it. What is in flight ends by itself. */
export function cancel(row: Delivery): Delivery | undefined {
  return row.state === 'pending' ? end(row, 'cancelled') : undefined;
}

/**
 * Opens the next attempt and keeps the old one as history. Only from a state that is over and without delivery;
 * `reference` is where the person can be reached now.
 */
export function nextAttempt(
  row: Delivery,
  { now }: Pick<Moment, 'now'>,
  reference = row.reference,
): Delivery | undefined {
  const { attempt, state, cause, lastError, tries } = row;
  if (!(['failed', 'uncertain', 'notInstalled'] as DeliveryState[]).includes(state) || reference === undefined)
    return undefined;
  return {
    ...row,
    state: 'pending',
    cause: undefined,
    lastError: undefined,
    isRefreshed: undefined,
    reference,
    attempt: attempt + 1,
    tries: 0,
    ambiguous: 0,
    history: [...row.history, { attempt, state, cause, lastError, tries, endedAt: now }],
  };
}

/** HR says that a delivery whose outcome is unknown counts as delivered. */
export function accept(row: Delivery, { now }: Pick<Moment, 'now'>): Delivery | undefined {
  return row.state === 'uncertain' ? { ...row, state: 'delivered', deliveredAt: now } : undefined;
}

function delivered(row: Delivery, activityId: string, { now, edition }: { now: Date; edition: number }): Delivery {
  return {
    ...end(row, 'delivered'),
    activityId,
    deliveredAt: now,
    edition,
    lastError: undefined,
  };
}

function again(row: Delivery, waitMs: number, { now }: Moment): Delivery {
  return { ...row, state: 'pending', claim: undefined, nextAt: new Date(now.getTime() + waitMs) };
}

function end(row: Delivery, state: DeliveryState, cause?: FailureCause): Delivery {
  return { ...row, state, cause, claim: undefined, nextAt: undefined };
}

/** 1 s, 2 s, 4 s … up to five minutes, between half and the whole of it, so that those who failed together do not come back together. */
export function backoffMs(tries: number, { random }: Pick<Moment, 'random'>): number {
  const whole = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, tries - 1));
  return Math.round(whole * (0.5 + random() / 2));
}
