import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isJsonObject, type JsonObject, type WireActivity } from './activity.js';
import { type Chat, Chats, type NewChat, type Refusal } from './chats.js';
import { applyFault, type FaultRule, type PlannedAnswer, writeAnswer } from './faults.js';
import { type ConnectorRequest, measureRates, type Rates, type Received, Recording } from './recording.js';
import { carryOut, readIds, type Routed } from './routes.js';

export interface ConnectorOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly respond?: FaultRule;
  /**
   * 'brief' keeps no bodies, neither of requests nor of messages: what a bench of tens of thousands needs, in about 600
   * bytes a request. Default 'all'.
   */
  readonly record?: 'all' | 'brief';
}

/** The stand-in for Teams: what a bot sends to it is kept, and can be read, awaited and counted. */
export interface Connector {
  /** What an incoming activity names as `serviceUrl`. */
  readonly serviceUrl: string;
  /** Every request since the start or the last reset, in order. */
  readonly received: readonly Received[];
  /** Decides which request fails and how; undefined lets all through. May be changed at any time. */
  respond: FaultRule | undefined;
  /** Makes a chat known, members and all; one that was blocked is open again. */
  addChat(chat: NewChat): Chat;
  hasChat(conversationId: string): boolean;
  /** From now on Teams refuses what the bot writes there. Default `blocked`: the app was uninstalled or blocked. */
  blockChat(conversationId: string, refuses?: Refusal): void;
  /** The conversation is gone (404); opening one with its people gives another, which is returned. */
  moveChat(conversationId: string): Chat;
  /** How many messages Teams took for each conversation since the start or the last reset; updates do not count. */
  readonly acceptedMessages: ReadonlyMap<string, number>;
  /** The activities that the bot posted to a chat and Teams took, typing included, as received. */
  sent(conversationId: string): readonly WireActivity[];
  /** The messages of a chat as people see them now: after updates, without deleted ones. */
  current(conversationId: string): readonly WireActivity[];
  /**
   * The first request that matches, already received or still to come. Rejects after `ms` (5,000) milliseconds.
   * `after` (0) leaves out the first so many requests: pass `received.length` to wait for a new one.
   */
  waitFor(matches: (received: Received) => boolean, ms?: number, after?: number): Promise<Received>;
  rates(): Rates;
  /** Forgets requests, messages and the fault rule; people, their chats and who blocked the bot stay. */
  reset(): void;
  stop(): Promise<void>;
}

/** Starts the stand-in on 127.0.0.1; rejects when the port is taken. */
export async function startConnector({ port = 0, respond, record = 'all' }: ConnectorOptions = {}): Promise<Connector> {
  const chats = new Chats(record === 'all' ? 'all' : 'ids');
  const acceptedMessages = new Map<string, number>();
  const recording = new Recording();
  const delayed = new Set<NodeJS.Timeout>();

  const server = createServer((request, response) => {
    readText(request).then(
      (raw) => handle(request, response, raw),
      // The sender went away in the middle of its body: nobody is left to answer.
      () => response.destroy(),
    );
  });

  function handle(request: IncomingMessage, response: ServerResponse, raw: string): void {
    const url = new URL(request.url ?? '/', 'http://connector');
    const routed: Routed = {
      n: recording.all.length + 1,
      at: Date.now(),
      method: request.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      ...readIds(url.pathname),
      raw,
      body: parseObject(raw),
    };
    const outcome = applyFault(connector.respond?.(routed), () => carryOut(routed, chats, connector.serviceUrl));
    const { query: _query, ...seen } = routed;
    const status = outcome.answer === 'reset' ? 'reset' : outcome.answer.status;
    const { accepted } = outcome;
    if (accepted && isNewMessage(routed)) {
      const { conversationId } = routed;
      acceptedMessages.set(conversationId, (acceptedMessages.get(conversationId) ?? 0) + 1);
    }
    recording.add({ ...(record === 'all' ? seen : brief(seen)), accepted, status });
    if (outcome.delayMs === 0) writeAnswer(response, outcome.answer);
    else answerLater(response, outcome.answer, outcome.delayMs);
  }

  function answerLater(response: ServerResponse, answer: PlannedAnswer | 'reset', ms: number): void {
    const timer = setTimeout(() => {
      delayed.delete(timer);
      writeAnswer(response, answer);
    }, ms);
    delayed.add(timer);
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: listening } = server.address() as AddressInfo;

  const connector: Connector = {
    serviceUrl: `http://127.0.0.1:${listening}/`,
    get received() {
      return recording.all;
    },
    respond,
    addChat: (chat) => chats.add(chat),
    acceptedMessages,
    hasChat: (conversationId) => chats.find(conversationId) !== undefined,
    blockChat: (conversationId, refuses = 'blocked') => {
      chats.get(conversationId).refuses = refuses;
    },
    moveChat: (conversationId) => chats.move(conversationId),
    sent: (conversationId) => chats.get(conversationId).sent,
    current: (conversationId) => [...chats.get(conversationId).current.values()],
    waitFor: (matches, ms = 30_000, after = 0) => recording.waitFor(matches, ms, after),
    rates: () => measureRates(recording.all),
    reset: () => {
      recording.clear();
      chats.clearMessages();
      acceptedMessages.clear();
      connector.respond = undefined;
    },
    stop: () =>
      new Promise((resolve) => {
        for (const timer of delayed) clearTimeout(timer);
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return connector;
}

/** The same request without its body. */
function brief({ raw: _raw, body: _body, ...request }: ConnectorRequest): ConnectorRequest {
  return { ...request, raw: '' };
}

function isNewMessage(request: ConnectorRequest): request is ConnectorRequest & { readonly conversationId: string } {
  const { method, conversationId, body } = request;
  return method === 'POST' && conversationId !== undefined && body?.type === 'message';
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function parseObject(raw: string): JsonObject | undefined {
  try {
    const parsed: unknown = JSON.parse(raw);
    return isJsonObject(parsed) ? parsed : undefined;
  } catch {
    // Kept as text in `raw`; the route answers 400, as Teams does.
    return undefined;
  }
}
