import { invokeAction, message } from '../../support/connector/incoming.js';
import type { BotAnswer, Connector, JsonObject, User, WireActivity } from '../../support/connector/index.js';
import { BOT, envelopeOf } from './envelope.js';

const BOT_MENTION = { type: 'mention', text: `<at>${BOT.name}</at>`, mentioned: BOT };

export interface GroupChat {
  readonly id: string;
  /** A message of this person, as Teams sends it: only one that mentions the bot reaches it. */
  say(user: User, text: string): Promise<BotAnswer>;
  press(user: User, verb: string, data: object): Promise<BotAnswer>;
  /** The messages of the bot. */
  messages(): readonly WireActivity[];
}

/** A group chat of these people with the bot in it. */
export function startGroupChat(
  connector: Connector,
  users: readonly User[],
  id = '19:ledningsgruppen@thread.v2',
): GroupChat {
  connector.addChat({ id, conversationType: 'groupChat', members: users.map(({ member }) => member) });
  const envelope = (user: User) => envelopeOf(connector, user, id);
  const inGroup = (activity: JsonObject) => ({
    ...activity,
    conversation: {
      ...(activity.conversation as object),
      conversationType: 'groupChat',
      isGroup: true,
      name: 'Ledningsgruppen',
    },
  });
  return {
    id,
    say: (user, text) => user.raw({ ...inGroup(message(envelope(user), text)), entities: [BOT_MENTION] }),
    press: (user, verb, data) => user.raw(inGroup(invokeAction(envelope(user), { verb, data, replyToId: '1' }))),
    messages: () => connector.current(id),
  };
}
