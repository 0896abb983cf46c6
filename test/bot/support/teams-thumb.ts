import { randomUUID } from 'node:crypto';
import type { Connector, User } from '../../support/connector/index.js';

interface Thumb {
  readonly reaction: string;
  readonly feedback?: string;
  readonly replyToId?: string;
}

/** The invoke that Teams sends when somebody presses a thumb of its own feedback loop. */
export function thumbOf(connector: Connector, { member, conversationId }: User, thumb: Thumb): object {
  const { reaction, feedback, replyToId } = thumb;
  return {
    type: 'invoke',
    name: 'message/submitAction',
    id: `f:${randomUUID()}`,
    channelId: 'msteams',
    serviceUrl: connector.serviceUrl,
    from: { id: member.id, name: member.name, aadObjectId: member.aadObjectId },
    conversation: { id: conversationId, conversationType: 'personal', tenantId: member.tenantId },
    recipient: { id: '28:ubara-assistenten', name: 'UBARA-assistenten' },
    channelData: { tenant: { id: member.tenantId } },
    locale: 'sv-SE',
    ...(replyToId === undefined ? {} : { replyToId }),
    value: { actionName: 'feedback', actionValue: { reaction, ...(feedback === undefined ? {} : { feedback }) } },
  };
}
