import type { Message } from '../actions/index.js';
import type { Clock } from '../calendar/index.js';
import { AppError } from '../errors.js';
import type { Composers } from './composer.js';
import type { Courier, ReopenOutcome, SendOutcome } from './courier.js';
import type { Pace } from './pace.js';
import { recalledMessage } from './recall.js';
import type { Turn } from './slots.js';
import type { Task } from './task.js';
import type { Times } from './times.js';
import { createThrottleWatch } from './throttle.js';

export interface RequestParts {
  readonly pace: Pace;
  readonly courier: Courier;
  readonly composers: Composers;
  readonly clock: Clock;
  readonly times: Times;
  readonly log: { warn(facts: object, message: string): void };
}

/** A request that could not begin before so much of its claim was over is not sent at all: its answer might come too late. */
const LATEST_PART = 0.5;

/** When storage is away no message can be made: the row is let go of untried, and taken up again after this. */
const STORAGE_AWAY_MS = 5000;

/** What one request came to; `too-late` when nothing was sent: its turn comes when the claim is about to end, or storage is away. */
export type RequestOutcome = SendOutcome | { readonly kind: 'too-late'; readonly notBefore?: Date };

/** Makes the message and sends it: one request, at its slot, not too close to the conversation's last one. */
export function createRequests({ pace, courier, composers, clock, log, times }: RequestParts) {
  const watch = createThrottleWatch();

  /** `later`: what it is made of could not be read just now. */
  async function messageOf({ broadcast, row: { row } }: Task): Promise<Message | 'later' | undefined> {
    if (broadcast.recalledAt) return recalledMessage(broadcast, row.locale);
    try {
      return await composers[broadcast.kind]?.(broadcast, { person: row.person, locale: row.locale });
    } catch (error) {
      log.warn({ error, kind: broadcast.kind, broadcast: broadcast.id }, 'a message could not be made');
      return error instanceof AppError && error.code === 'storage_unavailable' ? 'later' : undefined;
    }
  }

  /** Nothing was sent yet. */
  const storageAway = (): RequestOutcome => ({
    kind: 'too-late',
    notBefore: new Date(clock().getTime() + STORAGE_AWAY_MS),
  });

  /** Waits as Teams asked, the conversation or everybody. */
  async function heed<Outcome extends ReopenOutcome | SendOutcome>(
    reference: string,
    outcome: Outcome,
  ): Promise<Outcome> {
    if (outcome.kind === 'opened') return outcome;
    if (outcome.kind === 'throttled' && outcome.retryAfterMs !== undefined)
      pace.holdConversation(reference, outcome.retryAfterMs);
    const everybodyMs = watch(reference, outcome);
    if (everybodyMs !== undefined) await holdOff(everybodyMs);
    return outcome;
  }

  /** What one request came to is known and is kept, whether or not the others can be told to wait. */
  const holdOff = (ms: number): Promise<void> =>
    pace.holdOff(ms).catch((error: unknown) => log.warn({ error }, 'the other workers could not be told to wait'));

  return {
    async send(task: Task, turn: Turn): Promise<RequestOutcome> {
      const { reference, locale, activityId } = task.row.row;
      const message = await messageOf(task);
      if (message === 'later') return storageAway();
      if (message === undefined || reference === undefined)
        return { kind: 'undeliverable', cause: 'rejected', reason: 'no message could be made' };
      const latest = task.until - times.claim * LATEST_PART;
      const tooLate = await pace.untilTurn(reference, turn, latest).catch(() => 'away' as const);
      if (tooLate === 'away') return storageAway();
      if (tooLate !== undefined) return { kind: 'too-late', notBefore: new Date(tooLate) };
      const outcome = task.isEdit
        ? await courier.update(reference, activityId!, message, locale)
        : await courier.post(reference, message, locale);
      return heed(reference, outcome);
    },

    /** Asks for a conversation anew that Teams no longer knows. Nothing is posted, so no outcome of it is ambiguous. */
    async reopen(task: Task, reference: string): Promise<ReopenOutcome> {
      const latest = task.until - times.claim * LATEST_PART;
      const tooLate = await pace
        .reserve([undefined])
        .then(([turn]) => pace.untilTurn(undefined, turn!, latest))
        .catch(() => 'away' as const);
      if (tooLate !== undefined) return { kind: 'not-now', reason: 'no slot in time' };
      const outcome = await courier.reopen(reference);
      return outcome.kind === 'ambiguous' ? { kind: 'not-now', reason: outcome.reason } : heed(reference, outcome);
    },
  };
}
