import type { WireActivity } from './activity.js';
import type { Member } from './chats.js';
import {
  type ComposeQuery,
  composeQuery,
  type Envelope,
  installationUpdate,
  invokeAction,
  membersAdded,
  message,
} from './incoming.js';
import type { Connector } from './server.js';

export interface UserOptions {
  /** Where the bot listens: its origin, or the whole address of /api/messages. */
  readonly botUrl: string;
  readonly connector: Connector;
  /** The Teams id, `29:…`. */
  readonly id: string;
  /** The Entra object id, by which the directory knows the person. */
  readonly aadObjectId: string;
  readonly name: string;
  readonly tenantId: string;
  /** The personal chat's id; without it one is made up. */
  readonly conversationId?: string;
  readonly channelId?: string;
  readonly locale?: string;
  readonly bot?: { readonly id: string; readonly name: string };
}

/** How the bot answered one HTTP request, and what it posted to the chat meanwhile. */
export interface BotAnswer {
  readonly status: number;
  /** Parsed when it is JSON, else the text; undefined when empty. An invoke's response stands here. */
  readonly body: unknown;
  /** New activities of this chat between request and answer; turns that run side by side see each other's. */
  readonly replies: readonly WireActivity[];
}

/** One person in Teams, in a personal chat with the bot. Every call resolves when the bot has answered the request. */
export interface User {
  readonly member: Member;
  readonly conversationId: string;
  say(text: string): Promise<BotAnswer>;
  /** Presses an Action.Execute button of `replyToId`; without it, of the last message in the chat. */
  press(verb: string, data?: object, replyToId?: string): Promise<BotAnswer>;
  /** Opens the app's search command in the compose box, or types into it. */
  search(query?: ComposeQuery): Promise<BotAnswer>;
  /** Installs the app: an installationUpdate, then a conversationUpdate that names the user and the bot. */
  install(): Promise<readonly [BotAnswer, BotAnswer]>;
  /** Uninstalls it: from before the bot is told, Teams refuses what it writes here. */
  uninstall(): Promise<BotAnswer>;
  /** Posts any body: text as it is, everything else as JSON. */
  raw(body: unknown, headers?: Record<string, string>): Promise<BotAnswer>;
}

/** Makes the person and the chat known to the connector; the app counts as installed already. */
export function createUser(options: UserOptions): User {
  const { botUrl, connector, conversationId: id, channelId = 'msteams', locale = 'sv-SE' } = options;
  const { bot = { id: '28:ubara-assistenten', name: 'UBARA-assistenten' } } = options;
  const endpoint = new URL('/api/messages', botUrl);
  const member: Member = {
    id: options.id,
    aadObjectId: options.aadObjectId,
    name: options.name,
    tenantId: options.tenantId,
  };
  const chat = connector.addChat({ id, members: [member] });
  const envelope = (): Envelope => ({
    channelId,
    serviceUrl: connector.serviceUrl,
    conversationId: chat.id,
    from: member,
    bot,
    locale,
    now: new Date(),
  });

  async function raw(body: unknown, headers: Record<string, string> = {}): Promise<BotAnswer> {
    const before = chat.sent.length;
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: readBody(text), replies: chat.sent.slice(before) };
  }

  return {
    member,
    conversationId: chat.id,
    raw,
    say: (text) => raw(message(envelope(), text)),
    press: (verb, data = {}, replyToId = connector.current(chat.id).at(-1)?.id) =>
      raw(invokeAction(envelope(), { verb, data, replyToId })),
    search: (query = {}) => raw(composeQuery(envelope(), query)),
    install: async () => {
      connector.addChat({ id: chat.id, members: [member] });
      return [await raw(installationUpdate(envelope(), 'add')), await raw(membersAdded(envelope()))];
    },
    uninstall: () => {
      connector.blockChat(chat.id);
      return raw(installationUpdate(envelope(), 'remove'));
    },
  };
}

function readBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Errors of the HTTP server may come as plain text.
    return text;
  }
}
