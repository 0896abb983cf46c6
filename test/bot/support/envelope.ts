import type { Envelope } from '../../support/connector/incoming.js';
import type { Connector, User } from '../../support/connector/index.js';

export const BOT = { id: '28:ubara-assistenten', name: 'UBARA-assistenten' };

/** What every activity of this person carries; without a conversation, in their personal chat. */
export function envelopeOf(connector: Connector, user: User, conversationId = user.conversationId): Envelope {
  return {
    channelId: 'msteams',
    serviceUrl: connector.serviceUrl,
    conversationId,
    from: user.member,
    bot: BOT,
    locale: 'sv-SE',
    now: new Date(),
  };
}
