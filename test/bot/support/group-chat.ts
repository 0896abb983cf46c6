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
  return startChat(connector, users, { id, thread: id, type: 'groupChat' });
}

/** A channel of a team with these people; what they write stands in one thread, what the bot writes unasked in the channel itself. */
export function startChannel(connector: Connector, users: readonly User[], id = '19:hr@thread.tacv2'): GroupChat {
  return startChat(connector, users, { id, thread: `${id};messageid=1700000000000`, type: 'channel' });
}

function startChat(
  connector: Connector,
  users: readonly User[],
  { id, thread, type }: { readonly id: string; readonly thread: string; readonly type: 'groupChat' | 'channel' },
): GroupChat {
  const members = users.map(({ member }) => member);
  for (const place of new Set([id, thread])) connector.addChat({ id: place, conversationType: type, members });
  const envelope = (user: User) => envelopeOf(connector, user, thread);
  const inGroup = (activity: JsonObject) => ({
    ...activity,
    conversation: { ...(activity.conversation as object), conversationType: type, isGroup: true, name: 'HR' },
  });
  return {
    id,
    say: (user, text) => user.raw({ ...inGroup(message(envelope(user), text)), entities: [BOT_MENTION] }),
    press: (user, verb, data) => user.raw(inGroup(invokeAction(envelope(user), { verb, data, replyToId: '1' }))),
    messages: () => [...new Set([thread, id])].flatMap((place) => connector.current(place)),
  };
}
