import { type Activity, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { ConversationKind } from '../actions/index.js';

/** What is kept of a conversation reference: where it is, and in a personal chat whose it is. */
const Kept = z.object({
  channelId: z.string(),
  serviceUrl: z.string().url(),
  bot: z.object({ id: z.string() }),
  user: z.object({ id: z.string(), aadObjectId: z.string().optional() }).optional(),
  conversation: z.object({
    id: z.string().min(1),
    conversationType: z.string().optional(),
    isGroup: z.boolean().optional(),
    tenantId: z.string().optional(),
  }),
});
export type KeptReference = z.infer<typeof Kept>;

/** A thread of a channel is named by its first message; what is sent unasked begins a thread of its own. */
const THREAD = /;messageid=.*$/;

/**
 * Where to reach the conversation, as opaque JSON for storage. Without the activity's id, which changes each turn, so that
 * it is written only when the place changes; without names; and outside personal chats without the person, who would
 * stand in a row that is not theirs and that erasing the person would not find.
 */
export function referenceOf(activity: Activity, kind: ConversationKind): string {
  const { bot, user, conversation, channelId, serviceUrl } = TurnContext.getConversationReference(activity);
  return JSON.stringify({
    channelId,
    serviceUrl,
    bot: { id: bot?.id },
    user: kind === 'personal' ? { id: user?.id, aadObjectId: user?.aadObjectId } : undefined,
    conversation: conversation && {
      id: kind === 'channel' ? conversation.id.replace(THREAD, '') : conversation.id,
      conversationType: conversation.conversationType,
      isGroup: conversation.isGroup,
      tenantId: conversation.tenantId,
    },
  });
}

/** Reads what `referenceOf` wrote; undefined when it is something else. */
export function readReference(text: string): KeptReference | undefined {
  try {
    return Kept.safeParse(JSON.parse(text)).data;
  } catch {
    // No JSON: the caller says so, for it knows whose reference it is.
    return undefined;
  }
}

/** The same person's reference, in another conversation. */
export function movedReference(
  kept: KeptReference,
  { id, serviceUrl }: { id: string; serviceUrl: string | undefined },
): string {
  return JSON.stringify({
    ...kept,
    serviceUrl: serviceUrl ?? kept.serviceUrl,
    conversation: { ...kept.conversation, id },
  });
}
