import type { SendOutcome, UndeliverableCause } from '../../broadcast/index.js';
import type { Failure } from './failure.js';
import { retryAfterMs } from './retry-after.js';

export type Attempt = 'post' | 'update' | 'reopen';
export type FailedOutcome = Exclude<SendOutcome, { kind: 'sent' }>;

/**
 * Codes beside a 403. Documented in
 * https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-bot-conversational-apis,
 * MessageWritesBlocked in
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages, and
 * TenantNoPermission (an administrator has taken the app away) seen in https://github.com/MicrosoftDocs/bot-docs/issues/1960.
 * BotNotInConversationRoster and ForbiddenOperationException say what every other code is taken for: not installed.
 */
const CAUSES_OF_403: ReadonlyMap<string | undefined, UndeliverableCause> = new Map([
  ['MessageWritesBlocked', 'blocked'],
  ['ConversationBlockedByUser', 'blocked'],
  ['BotDisabledByAdmin', 'blocked'],
  ['TenantNoPermission', 'blocked'],
  ['NotEnoughPermissions', 'rejected'],
  ['InvalidBotApiHost', 'rejected'],
] as const);

/** What a failed attempt means for whoever waits for it. Pure; `now` is for a Retry-After given as a date. */
export function outcomeOf(failure: Failure, attempt: Attempt, now: Date): FailedOutcome {
  switch (failure.kind) {
    case 'answer':
      return ofAnswer(failure, attempt, now);
    case 'silence':
      return { kind: failure.hasLeft ? 'ambiguous' : 'not-now', reason: failure.code };
    case 'no-token':
      return { kind: 'undeliverable', cause: 'unauthorised', reason: failure.code };
  }
}

function ofAnswer(answer: Failure & { kind: 'answer' }, attempt: Attempt, now: Date): FailedOutcome {
  const { status, code } = answer;
  const reason = code === undefined ? String(status) : `${status} ${code}`;
  if (status === 429) {
    const ms = retryAfterMs(answer.retryAfter, now);
    return ms === undefined ? { kind: 'throttled' } : { kind: 'throttled', retryAfterMs: ms };
  }
  if (status === 412) return { kind: 'not-now', reason };
  // A success that cannot be read (2xx) was carried out all the same; 408 is a gateway's word for "no answer in time".
  if (status >= 500 || status === 408 || status < 300) return { kind: 'ambiguous', reason };
  return { kind: 'undeliverable', cause: causeOf(status, code, attempt), reason };
}

function causeOf(status: number, code: string | undefined, attempt: Attempt): UndeliverableCause {
  switch (status) {
    case 401:
      return 'unauthorised';
    case 403:
      // The answer to the update of a deleted message: https://github.com/microsoft/BotFramework-Services/issues/269.
      if (attempt === 'update' && code === 'ServiceError') return 'stale';
      return CAUSES_OF_403.get(code) ?? 'not-installed';
    case 404:
      // Nobody to open a conversation with; a reopened reference must not be called stale, or it would be reopened again.
      return attempt === 'reopen' ? 'not-installed' : 'stale';
    case 413:
      return 'too-large';
    default:
      return 'rejected';
  }
}
