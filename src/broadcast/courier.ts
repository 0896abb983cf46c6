import type { Message } from '../actions/index.js';
import type { Locale } from '../calendar/index.js';

/**
 * What became of one attempt. `reason` is for the ledger and the operator: a status and the service's own code
 * ("403 MessageWritesBlocked") or the code of a network error, never anything that people wrote.
 */
export type SendOutcome =
  /** `activityId` is '' when Teams took the message and named none. */
  | { readonly kind: 'sent'; readonly activityId: string }
  /** 429: surely not delivered. `retryAfterMs` is the wait that Teams asks for, in milliseconds; often it asks for none. */
  | { readonly kind: 'throttled'; readonly retryAfterMs?: number }
  /** Surely not delivered and worth another try: 412, or nothing left this machine (connection refused, no address, no token). */
  | { readonly kind: 'not-now'; readonly reason: string }
  /** Perhaps delivered: 5xx, a torn connection, or no answer in time after the request had left. */
  | { readonly kind: 'ambiguous'; readonly reason: string }
  /** Surely not delivered, and another try of the same thing would not be either. */
  | { readonly kind: 'undeliverable'; readonly cause: UndeliverableCause; readonly reason: string };

/**
 * `blocked`: the person, or an administrator, has shut the bot out. `not-installed`: the app is not there for that person.
 * `stale`: the conversation, or the message to update, is no longer there; `reopen` may give a new conversation.
 * `too-large`: over Teams' limit for a message. `rejected`: Teams, or the bot itself, finds it faulty. `unauthorised`: the
 * bot's own credentials are refused, which concerns every recipient.
 */
export type UndeliverableCause = 'blocked' | 'not-installed' | 'stale' | 'too-large' | 'rejected' | 'unauthorised';

/**
 * The one door through which unasked messages and updates of cards leave. One call is one attempt and at most one HTTP
 * request: whoever calls decides about another. Nothing here rejects; every failure is a value.
 */
export interface Courier {
  /** Sends a message to the conversation of a stored reference (opaque JSON of bot/). `locale` is for cards without words of their own. */
  post(reference: string, message: Message, locale: Locale): Promise<SendOutcome>;
  /** Puts `message` in the place of one sent before; `stale` when that one is no longer there. Harmless to repeat. */
  update(reference: string, activityId: string, message: Message, locale: Locale): Promise<SendOutcome>;
  /**
   * Asks Teams for the personal chat with the person of a stale reference and gives the reference to keep instead.
   * Harmless to repeat: Teams gives the same chat again. A reference without a person (a group chat) is `rejected`.
   */
  reopen(reference: string): Promise<ReopenOutcome>;
}

export type ReopenOutcome =
  { readonly kind: 'opened'; readonly reference: string } | Exclude<SendOutcome, { kind: 'sent' }>;
