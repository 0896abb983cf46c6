import { z } from 'zod';
import type { ConversationKind } from '../actions/index.js';
import { LOCALES, type Locale } from '../calendar/index.js';
import { type Asker, type Directory, organisationOf } from '../people/index.js';

/** What the bot reads of a Teams activity; everything else of it is passed over. */
const incomingSchema = z.object({
  id: z.string().max(500).nullish(),
  from: z.object({
    id: z.string().min(1).max(400),
    aadObjectId: z.string().max(100).nullish(),
    // Stated for people of other tenants in shared channels and chats with others.
    tenantId: z.string().nullish(),
  }),
  conversation: z.object({
    id: z.string().min(1).max(400),
    conversationType: z.string().nullish(),
    isGroup: z.boolean().nullish(),
    tenantId: z.string().nullish(),
  }),
  channelData: z.object({ tenant: z.object({ id: z.string().nullish() }).nullish() }).nullish(),
  locale: z.string().nullish(),
  text: z.string().nullish(),
});

/** What botbuilder and teams-ai need besides, whatever the activity is about: without it they throw somewhere inside. */
const envelopeSchema = incomingSchema.extend({
  type: z.string().min(1).max(100),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.string().url(),
  recipient: z.object({ id: z.string().min(1) }),
});

export interface Incoming {
  readonly asker: Asker;
  readonly kind: ConversationKind;
  /** The organisation whose partition the conversation is kept in. */
  readonly organisation: string;
  /** See actions/conversation: personal chats are kept under the person. */
  readonly conversationKey: string;
  readonly personId: string;
  readonly clientLocale?: Locale;
  /** What was typed, without mentions: "<at>Assistenten</at> hjälp" is "hjälp". */
  readonly text: string;
}

const MENTION = /<at\b[^>]*>[^<]*<\/at>/gi;

/** The fields for which a request body is no activity that can be worked on ("from.id"); none when it is sound. */
export function faultyFields(body: unknown): string[] {
  const parsed = envelopeSchema.safeParse(body);
  return parsed.success ? [] : [...new Set(parsed.error.issues.map(({ path }) => path.join('.') || '(body)'))];
}

/**
 * Reads who acts, where and what was typed. Who acts comes from the authenticated activity alone, never from card data.
 * Returns undefined when the activity lacks sender or conversation: such a turn can neither be answered nor kept.
 */
export function readIncoming(
  activity: unknown,
  directory: Directory,
  homeTenant: string | undefined,
): Incoming | undefined {
  const parsed = incomingSchema.safeParse(activity);
  if (!parsed.success) return undefined;
  const { from, conversation, channelData, locale, text } = parsed.data;
  const entraId = from.aadObjectId?.toLowerCase() || undefined;
  const personId = entraId ?? from.id.toLowerCase();
  const tenants = [channelData?.tenant?.id, conversation.tenantId, from.tenantId];
  const isGuest = homeTenant !== undefined && !isAtHome(tenants, homeTenant);
  const asker = isGuest ? ({ kind: 'guest', id: personId } as const) : recogniseAsker(personId, entraId, directory);
  const kind = conversationKind(conversation.conversationType, conversation.isGroup);
  return {
    asker,
    kind,
    organisation: organisationOf(asker),
    conversationKey: kind === 'personal' ? `person:${personId}` : `conversation:${conversation.id}`,
    personId,
    clientLocale: LOCALES.find((candidate) => locale?.toLowerCase().startsWith(candidate)),
    text: typedIn(text),
  };
}

/** What somebody typed, without mentions. */
export function typedIn(text: string | null | undefined): string {
  return (text ?? '').replace(MENTION, ' ').trim();
}

/** Whether every tenant that an activity names is this one, and one is named. */
export function isAtHome(named: readonly (string | null | undefined)[], homeTenant: string): boolean {
  const tenants = named.flatMap((tenant) => (tenant ? [tenant] : []));
  return tenants.length > 0 && tenants.every((tenant) => tenant.toLowerCase() === homeTenant.toLowerCase());
}

/** Only the Entra id tells who somebody is: other channels than Teams let the client choose `from.id`. */
function recogniseAsker(id: string, entraId: string | undefined, directory: Directory): Asker {
  const person = entraId === undefined ? undefined : directory.find(entraId);
  return person ? { kind: 'person', id, person } : { kind: 'unknown', id };
}

function conversationKind(type: string | null | undefined, isGroup: boolean | null | undefined): ConversationKind {
  if (type === 'groupChat' || type === 'channel') return type;
  return isGroup ? 'groupChat' : 'personal';
}
