import { z } from 'zod';
import type { ConversationKind } from '../actions/index.js';
import { LOCALES, type Locale } from '../calendar/index.js';
import type { Asker, Directory } from '../people/index.js';

/** What the bot reads of a Teams activity; everything else of it is passed over. */
const incomingSchema = z.object({
  id: z.string().max(500).optional(),
  from: z.object({ id: z.string().min(1).max(500), aadObjectId: z.string().max(100).optional() }),
  conversation: z.object({
    id: z.string().min(1).max(1000),
    conversationType: z.string().optional(),
    isGroup: z.boolean().optional(),
    tenantId: z.string().optional(),
  }),
  channelData: z.object({ tenant: z.object({ id: z.string().optional() }).optional() }).nullish(),
  locale: z.string().optional(),
  text: z.string().nullish(),
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
  readonly text: string;
  readonly activityId?: string;
}

/** The partition of those whom the directory does not know. No organisation of the directory may have this name. */
export const NO_ORGANISATION = 'okänd';

/**
 * Reads who acts, where and what was typed. Who acts comes from the authenticated activity alone, never from card data.
 * Returns undefined when the activity lacks sender or conversation: such a turn can neither be answered nor kept.
 */
export function readIncoming(activity: unknown, directory: Directory, homeTenant: string | undefined): Incoming | undefined {
  const parsed = incomingSchema.safeParse(activity);
  if (!parsed.success) return undefined;
  const { from, conversation, channelData, locale, text, id } = parsed.data;
  const personId = (from.aadObjectId ?? from.id).toLowerCase();
  const asker = recogniseAsker(personId, directory, channelData?.tenant?.id ?? conversation.tenantId, homeTenant);
  const kind = conversationKind(conversation.conversationType, conversation.isGroup);
  return {
    asker,
    kind,
    organisation: asker.kind === 'person' ? asker.person.organisation : NO_ORGANISATION,
    conversationKey: kind === 'personal' ? `person:${personId}` : `conversation:${conversation.id}`,
    personId,
    clientLocale: LOCALES.find((candidate) => locale?.toLowerCase().startsWith(candidate)),
    text: (text ?? '').trim(),
    activityId: id,
  };
}

function recogniseAsker(id: string, directory: Directory, tenant: string | undefined, homeTenant: string | undefined): Asker {
  if (homeTenant !== undefined && tenant !== homeTenant) return { kind: 'guest', id };
  const person = directory.find(id);
  return person ? { kind: 'person', id, person } : { kind: 'unknown', id };
}

function conversationKind(type: string | undefined, isGroup: boolean | undefined): ConversationKind {
  if (type === 'groupChat' || type === 'channel') return type;
  return isGroup ? 'groupChat' : 'personal';
}
