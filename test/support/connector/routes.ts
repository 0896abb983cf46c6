import { isJsonObject, type JsonObject } from './activity.js';
import type { Chat, Chats, Member, Refusal } from './chats.js';
import { errorAnswer, type PlannedAnswer } from './faults.js';
import type { ConnectorRequest } from './recording.js';

/** Teams refuses a message above about 100 KB, counted as UTF-16; beyond, 413. */
const LARGEST_MESSAGE_BYTES = 100 * 1024;

const REFUSALS: Readonly<Record<Refusal, PlannedAnswer>> = {
  blocked: errorAnswer(403, 'MessageWritesBlocked', 'Message writes to this conversation are blocked.'),
  'not-installed': errorAnswer(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.'),
};

/** Where an activity goes. */
interface Place {
  readonly chat: Chat;
  readonly chats: Chats;
  readonly id: string;
}

export interface Routed extends ConnectorRequest {
  readonly query: URLSearchParams;
}

/** Finds the ids in a path of the Bot Connector API: `v3/conversations/{id}/activities/{activityId}`. */
export function readIds(path: string): { conversationId?: string; activityId?: string } {
  const match = /^\/v3\/conversations\/([^/]+)(?:\/activities\/([^/]+))?/.exec(path);
  return {
    ...(match?.[1] !== undefined && { conversationId: decodeURIComponent(match[1]) }),
    ...(match?.[2] !== undefined && { activityId: decodeURIComponent(match[2]) }),
  };
}

/** Carries a request out on the chats and says how Teams answers it. */
export function carryOut(request: Routed, chats: Chats, serviceUrl: string): PlannedAnswer {
  const { method, path, conversationId, activityId } = request;
  if (path === '/v3/conversations' && method === 'POST') return createConversation(request, chats, serviceUrl);
  const chat = conversationId === undefined ? undefined : chats.find(conversationId);
  if (conversationId === undefined) return unknownRoute(request);
  if (!chat) return errorAnswer(404, 'ConversationNotFound', 'Conversation not found.');
  if (/\/activities(\/[^/]+)?$/.test(path)) {
    if (chat.refuses) return REFUSALS[chat.refuses];
    if (method === 'POST') return post(request, { chat, chats, id: chats.nextActivityId() });
    if (activityId !== undefined && method === 'PUT') return update(request, { chat, chats, id: activityId });
    if (activityId !== undefined && method === 'DELETE') return remove(chat, activityId);
  }
  return method === 'GET' ? readMembers(request, chat) : unknownRoute(request);
}

function createConversation(request: Routed, chats: Chats, serviceUrl: string): PlannedAnswer {
  const { body } = request;
  if (!body) return notJson();
  const activityId = chats.nextActivityId();
  const chat = findTarget(body, chats, activityId);
  if (!chat || chat.refuses === 'not-installed') {
    return errorAnswer(403, 'ForbiddenOperationException', 'The bot is not installed for this member or channel.');
  }
  if (!isJsonObject(body.activity)) return { status: 201, body: { id: chat.id, serviceUrl } };
  const posted = post({ ...request, body: body.activity }, { chat, chats, id: activityId });
  return posted.status === 201 ? { status: 201, body: { id: chat.id, activityId, serviceUrl } } : posted;
}

/** A personal chat by its member, or a new thread of a channel, which Teams calls `<channel>;messageid=<first post>`. */
function findTarget(body: JsonObject, chats: Chats, activityId: string): Chat | undefined {
  if (body.isGroup === true) {
    const data = isJsonObject(body.channelData) ? body.channelData : {};
    const channelId = isJsonObject(data.channel) ? data.channel.id : undefined;
    const channel = typeof channelId === 'string' ? chats.find(channelId) : undefined;
    if (!channel) return undefined;
    const id = `${channel.id};messageid=${activityId}`;
    return chats.add({ id, conversationType: channel.conversationType, members: channel.members });
  }
  const member: unknown = Array.isArray(body.members) ? body.members[0] : undefined;
  return isJsonObject(member) && typeof member.id === 'string' ? chats.findPersonal(member.id) : undefined;
}

function post(request: Routed, { chat, chats, id }: Place): PlannedAnswer {
  const refused = refuse(request);
  if (refused) return refused;
  chats.post(chat, { ...request.body, id });
  return { status: 201, body: { id } };
}

function update(request: Routed, { chat, chats, id }: Place): PlannedAnswer {
  const refused = refuse(request);
  if (refused) return refused;
  return chats.update(chat, { ...request.body, id }) ? { status: 200, body: { id } } : unknownActivity();
}

function remove(chat: Chat, activityId: string): PlannedAnswer {
  return chat.current.delete(activityId) ? { status: 200 } : unknownActivity();
}

function readMembers({ path, query }: Routed, chat: Chat): PlannedAnswer {
  const [, call, memberId] = /^\/v3\/conversations\/[^/]+\/(members|pagedmembers)(?:\/([^/]+))?$/.exec(path) ?? [];
  const members = chat.members.map(asTeamsMember);
  if (call === 'members' && memberId !== undefined) {
    const wanted = decodeURIComponent(memberId);
    const member = members.find(({ id, aadObjectId }) => id === wanted || aadObjectId === wanted);
    return member
      ? { status: 200, body: member }
      : errorAnswer(404, 'MemberNotFoundInConversation', 'Member not found.');
  }
  if (call === 'members') return { status: 200, body: members };
  if (call === undefined) return errorAnswer(404, 'NotFound', `The stand-in connector does not know ${path}.`);
  const from = Number(query.get('continuationToken') ?? 0);
  const to = from + Number(query.get('pageSize') ?? 200);
  const more = to < members.length ? { continuationToken: String(to) } : {};
  return { status: 200, body: { members: members.slice(from, to), ...more } };
}

function asTeamsMember(member: Member) {
  const [givenName = member.name, ...rest] = member.name.split(' ');
  return { ...member, objectId: member.aadObjectId, givenName, surname: rest.join(' '), userRole: 'user' };
}

function refuse({ body, raw }: Routed): PlannedAnswer | undefined {
  if (!body) return notJson();
  if (raw.length * 2 > LARGEST_MESSAGE_BYTES) return errorAnswer(413, 'MessageSizeTooBig', 'Message size too large.');
  const isEmpty =
    body.type === 'message' && !body.text && !(Array.isArray(body.attachments) && body.attachments.length > 0);
  return isEmpty
    ? errorAnswer(400, 'BadSyntax', "Activity must include non empty 'text' field or at least 1 attachment")
    : undefined;
}

function notJson(): PlannedAnswer {
  return errorAnswer(400, 'BadSyntax', 'The body is not a JSON object.');
}

function unknownActivity(): PlannedAnswer {
  return errorAnswer(404, 'ActivityNotFoundInConversation', 'Message does not exist in the thread.');
}

function unknownRoute({ method, path }: Routed): PlannedAnswer {
  return errorAnswer(404, 'NotFound', `The stand-in connector does not know ${method} ${path}.`);
}
