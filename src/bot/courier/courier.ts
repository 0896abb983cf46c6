import { type Activity, type ConversationParameters, type ConversationReference, TurnContext } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { Message } from '../../actions/index.js';
import type { Courier, SendOutcome } from '../../broadcast/index.js';
import type { Clock, Locale } from '../../calendar/index.js';
import type { Logger } from '../../log.js';
import type { BotCredentials } from '../authentication.js';
import { keepEntityProperties } from '../keep-entities.js';
import { type BindCard, toActivity } from '../outgoing.js';
import { type KeptReference, movedReference, readReference } from '../reference.js';
import { createConnectorClients } from './connector-clients.js';
import { readFailure } from './failure.js';
import { type Attempt, type FailedOutcome, outcomeOf } from './outcome.js';

export interface CourierParts {
  readonly credentials: BotCredentials;
  readonly bind: BindCard;
  readonly clock: Clock;
  readonly log: Logger;
  /** How long one request may take, token and answer included: 10 seconds. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
const NOT_ALLOWED = 'the serviceUrl is not allowed';

interface Call<Answer> {
  readonly attempt: Attempt;
  readonly serviceUrl: string;
  send(conversations: ConnectorClient['conversations'], options: { abortSignal: AbortSignal }): Promise<Answer>;
}

/**
 * The courier for Teams. It talks to the connector through the adapter's own clients instead of continueConversation, which
 * makes two clients a message and, when its logic throws, resolves all the same (platform page, sections 0 and 2).
 */
export function createCourier(parts: CourierParts): Courier {
  const { bind, clock, log, timeoutMs = TIMEOUT_MS } = parts;
  keepEntityProperties();
  const clients = createConnectorClients(parts.credentials);

  /** One request, bounded in time. Resolves to the answer or to what its failure means. */
  async function attempt<Answer>(call: Call<Answer>): Promise<{ answer: Answer } | { failed: FailedOutcome }> {
    const aborter = new AbortController();
    const { signal } = aborter;
    const timer = setTimeout(() => aborter.abort(), timeoutMs);
    const timeIsUp = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new DOMException('No answer in time.', 'AbortError')));
    });
    const sending = async () => {
      const { conversations } = await clients.get(call.serviceUrl);
      return call.send(conversations, { abortSignal: signal });
    };
    try {
      // The signal stops the request, but not the fetching of a token before it; then the race does.
      return { answer: await Promise.race([sending(), timeIsUp]) };
    } catch (error) {
      const failure = readFailure(error, clients.wasHandedOver(signal));
      if (failure.kind === 'silence' && failure.code === 'UNKNOWN')
        log.error({ error, attempt: call.attempt }, 'the courier met an error that it does not know');
      return { failed: outcomeOf(failure, call.attempt, clock()) };
    } finally {
      clearTimeout(timer);
    }
  }

  /** The activity as it leaves, or why it cannot be made; the log has the whole error, the outcome no content. */
  function prepare(kept: KeptReference, message: Message, locale: Locale): Partial<Activity> | FailedOutcome {
    try {
      return TurnContext.applyConversationReference(
        toActivity(message, locale, bind),
        kept as Partial<ConversationReference>,
      );
    } catch (error) {
      log.error({ error, template: message.card?.template }, 'a message could not be made');
      return rejected('the card could not be made');
    }
  }

  async function deliver(
    reference: string,
    { message, locale }: { message: Message; locale: Locale },
    activityId?: string,
  ): Promise<SendOutcome> {
    const kept = readReference(reference);
    if (!kept) return rejected('the reference is unreadable');
    if (!clients.allows(kept.serviceUrl)) return rejected(NOT_ALLOWED);
    const activity = prepare(kept, message, locale);
    if ('kind' in activity) return activity;
    const { serviceUrl, conversation } = kept;
    const done = await attempt(
      activityId === undefined
        ? {
            attempt: 'post',
            serviceUrl,
            send: (conversations, options) => conversations.sendToConversation(conversation.id, activity, options),
          }
        : {
            attempt: 'update',
            serviceUrl,
            send: (conversations, options) =>
              conversations.updateActivity(conversation.id, activityId, { ...activity, id: activityId }, options),
          },
    );
    if ('failed' in done) return done.failed;
    return { kind: 'sent', activityId: activityId ?? done.answer.id ?? '' };
  }

  return {
    post: (reference, message, locale) => deliver(reference, { message, locale }),
    update: (reference, activityId, message, locale) => deliver(reference, { message, locale }, activityId),

    async reopen(reference) {
      const kept = readReference(reference);
      if (!kept) return rejected('the reference is unreadable');
      if (!clients.allows(kept.serviceUrl)) return rejected(NOT_ALLOWED);
      if (!kept.user) return rejected('the reference names no person');
      const parameters = personalChat(kept, kept.user);
      const done = await attempt({
        attempt: 'reopen',
        serviceUrl: kept.serviceUrl,
        send: (conversations, options) => conversations.createConversation(parameters, options),
      });
      if ('failed' in done) return done.failed;
      const { id, serviceUrl } = done.answer;
      if (!id) return { kind: 'not-now', reason: 'a conversation without id' };
      return { kind: 'opened', reference: movedReference(kept, { id, serviceUrl: serviceUrl || undefined }) };
    },
  };
}

function personalChat({ bot, conversation }: KeptReference, user: { readonly id: string }): ConversationParameters {
  const { tenantId } = conversation;
  return {
    isGroup: false,
    bot: { id: bot.id, name: '' },
    members: [{ id: user.id, name: '' }],
    ...(tenantId === undefined ? {} : { tenantId, channelData: { tenant: { id: tenantId } } }),
  } as ConversationParameters;
}

function rejected(reason: string): FailedOutcome {
  return { kind: 'undeliverable', cause: 'rejected', reason };
}
