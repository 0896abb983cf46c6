import { type Activity, TurnContext } from 'botbuilder';
import type { ConversationKind } from '../actions/index.js';

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
      id: conversation.id,
      conversationType: conversation.conversationType,
      isGroup: conversation.isGroup,
      tenantId: conversation.tenantId,
    },
  });
}
