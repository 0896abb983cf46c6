import { randomUUID } from 'node:crypto';
import type { JsonObject } from './activity.js';
import type { Member } from './chats.js';

/** What every activity from Teams carries, whatever it is about. */
export interface Envelope {
  readonly channelId: string;
  readonly serviceUrl: string;
  readonly conversationId: string;
  readonly from: Member;
  readonly bot: { readonly id: string; readonly name: string };
  /** As Teams gives it: "sv-SE". */
  readonly locale: string;
  readonly now: Date;
}

/** A message that somebody typed. Teams sends the text a second time, as an HTML attachment. */
export function message(envelope: Envelope, text: string): JsonObject {
  return {
    ...common(envelope, 'message'),
    text,
    textFormat: 'plain',
    attachments: [{ contentType: 'text/html', content: `<p>${escapeHtml(text)}</p>` }],
  };
}

/** A press on an Action.Execute button. */
export function invokeAction(
  envelope: Envelope,
  { verb, data, replyToId }: { verb: string; data: object; replyToId: string | undefined },
): JsonObject {
  const activity = common(envelope, 'invoke', { source: { name: 'message' }, legacy: { replyToId } });
  return {
    ...activity,
    name: 'adaptiveCard/action',
    replyToId,
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  };
}

export interface ComposeQuery {
  readonly commandId?: string;
  /** Without it the box has just been opened, which Teams tells by `initialRun`. */
  readonly text?: string;
  readonly skip?: number;
  readonly count?: number;
}

/** What somebody types into the app's search command, in the compose box of any chat. */
export function composeQuery(
  envelope: Envelope,
  { commandId = 'findRoutine', text, skip = 0, count = 25 }: ComposeQuery,
): JsonObject {
  const parameter = text === undefined ? { name: 'initialRun', value: 'true' } : { name: 'query', value: text };
  return {
    ...common(envelope, 'invoke', { source: { name: 'compose' } }),
    name: 'composeExtension/query',
    value: { commandId, parameters: [parameter], queryOptions: { skip, count } },
  };
}

/** The app was added to or removed from the chat. */
export function installationUpdate(envelope: Envelope, action: 'add' | 'remove'): JsonObject {
  return { ...common(envelope, 'installationUpdate', { source: { name: 'message' } }), action };
}

/** The chat came to be: Teams names the person and the bot as its new members. */
export function membersAdded(envelope: Envelope): JsonObject {
  const { from, bot } = envelope;
  return {
    ...common(envelope, 'conversationUpdate'),
    membersAdded: [{ id: from.id, aadObjectId: from.aadObjectId }, { id: bot.id }],
  };
}

function common({ from, bot, now, ...envelope }: Envelope, type: string, channelData: JsonObject = {}): JsonObject {
  return {
    type,
    id: type === 'message' ? String(now.getTime()) : `f:${randomUUID()}`,
    timestamp: now.toISOString(),
    localTimezone: 'Europe/Stockholm',
    channelId: envelope.channelId,
    serviceUrl: envelope.serviceUrl,
    from: { id: from.id, name: from.name, aadObjectId: from.aadObjectId },
    conversation: { id: envelope.conversationId, conversationType: 'personal', tenantId: from.tenantId },
    recipient: bot,
    entities: [
      { type: 'clientInfo', locale: envelope.locale, country: 'SE', platform: 'Web', timezone: 'Europe/Stockholm' },
    ],
    channelData: { tenant: { id: from.tenantId }, ...channelData },
    locale: envelope.locale,
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
