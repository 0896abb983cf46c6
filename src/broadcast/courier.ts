import type { Message } from '../actions/index.js';
import type { Locale } from '../calendar/index.js';

/** What one request to Teams came to. `reason` is a status and a code ("403 MessageWritesBlocked"), never content. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly activityId: string }
  /** 429: surely not delivered; Teams may say how long to wait. */
  | { readonly kind: 'throttled'; readonly retryAfterMs?: number }
  /** 412, refused connection, name not found: surely not delivered, and worth another try. */
  | { readonly kind: 'not-now'; readonly reason: string }
  /** 5xx, reset or timeout after the request left: perhaps delivered. */
  | { readonly kind: 'ambiguous'; readonly reason: string }
  | { readonly kind: 'undeliverable'; readonly cause: UndeliverableCause; readonly reason: string };

/** Why Teams will never take it: see docs/broadcast.md for what a person is told of each. */
export type UndeliverableCause = 'blocked' | 'not-installed' | 'stale' | 'too-large' | 'rejected' | 'unauthorised';

/**
 * The one door through which unasked messages and card updates leave; provided by bot/. Exactly one request a call: the caller
 * keeps the ledger and the rate. Never rejects: each failure is a value.
 */
export interface Courier {
  post(reference: string, message: Message, locale: Locale): Promise<SendOutcome>;
  /** Puts `message` in the place of one that was sent; `stale` when it is no longer there. */
  update(reference: string, activityId: string, message: Message, locale: Locale): Promise<SendOutcome>;
  /** Asks Teams for the person's conversation anew, when its reference leads nowhere any more. */
  reopen(
    reference: string,
  ): Promise<{ readonly kind: 'opened'; readonly reference: string } | Exclude<SendOutcome, { kind: 'sent' }>>;
}
