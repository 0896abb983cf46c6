import { createServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { AppCredentials } from 'botframework-connector';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCourier } from '../../src/bot/index.js';
import type { SendOutcome } from '../../src/broadcast/index.js';
import { type Connector, type Fault, startConnector } from '../support/connector/index.js';
import { freePorts } from '../support/free-ports.js';

/** Long enough for a machine under load to answer, short enough to wait for. */
const TIMEOUT_MS = 1000;
const CHAT = 'a:karin';
const MESSAGE = { text: 'Påminnelse: planen väntar på ditt svar.' };

let connector: Connector;
const parts = {
  bind: () => ({ type: 'AdaptiveCard' }),
  clock: () => new Date('2026-09-01T08:00:00Z'),
  log: pino({ enabled: false }),
  timeoutMs: TIMEOUT_MS,
};
const courier = createCourier({
  ...parts,
  credentials: { appType: 'MultiTenant', serviceHosts: ['127.0.0.1', 'smba.invalid'] },
});

beforeAll(async () => {
  connector = await startConnector();
  connector.addChat({ id: CHAT, members: [{ id: '29:karin', aadObjectId: 'k', name: 'Karin', tenantId: 't' }] });
});
beforeEach(() => connector.reset());
afterAll(() => connector.stop());

function reference(serviceUrl = connector.serviceUrl): string {
  return JSON.stringify({
    channelId: 'msteams',
    serviceUrl,
    bot: { id: '28:bot' },
    user: { id: '29:karin' },
    conversation: { id: CHAT, conversationType: 'personal', tenantId: 't' },
  });
}

const status = (code: number, headers?: Record<string, string>): Fault => ({ kind: 'status', status: code, headers });
const refusal = (code: number, name: string): Fault => ({
  kind: 'status',
  status: code,
  body: { error: { code: name, message: MESSAGE.text } },
});
const undeliverable = (cause: string, reason: string) => ({ kind: 'undeliverable', cause, reason });

describe('one attempt is one request, whatever comes back', () => {
  it.each<[string, Fault, object]>([
    ['429 with seconds', status(429, { 'Retry-After': '1' }), { kind: 'throttled', retryAfterMs: 1000 }],
    [
      '429 with a date',
      status(429, { 'Retry-After': 'Tue, 01 Sep 2026 08:00:02 GMT' }),
      { kind: 'throttled', retryAfterMs: 2000 },
    ],
    ['429 without Retry-After', status(429), { kind: 'throttled' }],
    ['412', refusal(412, 'PreconditionFailed'), { kind: 'not-now', reason: '412 PreconditionFailed' }],
    ['500', refusal(500, 'ServiceError'), { kind: 'ambiguous', reason: '500 ServiceError' }],
    ['502', status(502), { kind: 'ambiguous', reason: '502 Fault502' }],
    ['503 with Retry-After', status(503, { 'Retry-After': '1' }), { kind: 'ambiguous', reason: '503 Fault503' }],
    ['504', status(504), { kind: 'ambiguous', reason: '504 Fault504' }],
    ['a torn connection', { kind: 'reset' }, { kind: 'ambiguous', reason: 'ECONNRESET' }],
    ['403 of a block', refusal(403, 'MessageWritesBlocked'), undeliverable('blocked', '403 MessageWritesBlocked')],
    [
      '403 without the app',
      refusal(403, 'BotNotInConversationRoster'),
      undeliverable('not-installed', '403 BotNotInConversationRoster'),
    ],
    ['404', refusal(404, 'ConversationNotFound'), undeliverable('stale', '404 ConversationNotFound')],
    ['413', refusal(413, 'MessageSizeTooBig'), undeliverable('too-large', '413 MessageSizeTooBig')],
    ['400', refusal(400, 'Bad Argument'), undeliverable('rejected', '400 Bad Argument')],
    ['401', refusal(401, 'BotNotRegistered'), undeliverable('unauthorised', '401 BotNotRegistered')],
    ['307', status(307, { Location: '/elsewhere' }), undeliverable('rejected', '307 Fault307')],
  ])('%s', async (_name, fault, outcome) => {
    connector.respond = () => fault;

    expect(await courier.post(reference(), MESSAGE, 'sv')).toEqual(outcome);

    expect(connector.received).toHaveLength(1);
    expect(connector.current(CHAT)).toEqual([]);
  });

  it('accepted, then an error: ambiguous, and the message is there', async () => {
    connector.respond = () => ({ kind: 'accepted-then', fault: { kind: 'status', status: 502 } });
    expect(await courier.post(reference(), MESSAGE, 'sv')).toEqual({ kind: 'ambiguous', reason: '502 Fault502' });
    expect(connector.received).toHaveLength(1);
    expect(connector.current(CHAT)).toHaveLength(1);
  });

  it('a late answer: ambiguous after the time limit, and the message is there', async () => {
    connector.respond = () => ({ kind: 'delay', ms: 10 * TIMEOUT_MS });
    const started = performance.now();
    expect(await courier.post(reference(), MESSAGE, 'sv')).toEqual({ kind: 'ambiguous', reason: 'TIMEOUT' });
    expect(performance.now() - started).toBeLessThan(5 * TIMEOUT_MS);
    expect(connector.received).toHaveLength(1);
    expect(connector.current(CHAT)).toHaveLength(1);
  });

  it('the same for updates and for opening a chat', async () => {
    connector.respond = () => status(502);
    const outcome = { kind: 'ambiguous', reason: '502 Fault502' };
    expect(await courier.update(reference(), '1', MESSAGE, 'sv')).toEqual(outcome);
    expect(await courier.reopen(reference())).toEqual(outcome);
    connector.respond = () => status(429, { 'Retry-After': '3' });
    expect(await courier.update(reference(), '1', MESSAGE, 'sv')).toEqual({ kind: 'throttled', retryAfterMs: 3000 });
    expect(await courier.reopen(reference())).toEqual({ kind: 'throttled', retryAfterMs: 3000 });
    expect(connector.received.map(({ method }) => method)).toEqual(['PUT', 'POST', 'PUT', 'POST']);
  });

  it('and after a fault the next attempt goes through', async () => {
    connector.respond = ({ n }) => (n === 1 ? { kind: 'reset' } : undefined);
    await courier.post(reference(), MESSAGE, 'sv');
    expect(await courier.post(reference(), MESSAGE, 'sv')).toMatchObject({ kind: 'sent' });
  });
});

describe('a courier without a bot around it, as in a worker', () => {
  it('keeps the sources of a message, which botbuilder drops by itself', async () => {
    const citations = [{ n: 1, document: 'a', title: 'Planen', section: '2.1', abstract: 'Sjukfrånvaron.' }];
    await courier.post(reference(), { text: 'Den är 9,8 % [1].', citations }, 'sv');
    expect(connector.current(CHAT)[0]?.entities).toMatchObject([{ citation: [{ appearance: { name: 'Planen' } }] }]);
  });
});

describe('a place that is not on the list', () => {
  it.each(['https://evil.example/', 'http://localhost:1/', 'https://x.smba.invalid/'])(
    'is never called: %s',
    async (url) => {
      const refused = undeliverable('rejected', 'the serviceUrl is not allowed');
      expect(await courier.post(reference(url), MESSAGE, 'sv')).toEqual(refused);
      expect(await courier.update(reference(url), '1', MESSAGE, 'sv')).toEqual(refused);
      expect(await courier.reopen(reference(url))).toEqual(refused);
    },
  );
});

describe('what never left', () => {
  it('a refused connection is worth another try', async () => {
    const [port] = await freePorts(1);
    const outcome = await courier.post(reference(`http://127.0.0.1:${port}/`), MESSAGE, 'sv');
    expect(outcome).toEqual({ kind: 'not-now', reason: 'ECONNREFUSED' });
  });

  it('so is a name without an address', async () => {
    const outcome = await courier.post(reference('https://smba.invalid/'), MESSAGE, 'sv');
    expect(outcome).toMatchObject({
      kind: 'not-now',
      reason: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/) as string,
    });
  });

  it('so is a service that hangs up before the connection is secure', async () => {
    const server = createTcpServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const outcome = await courier.post(reference(`https://127.0.0.1:${port}/`), MESSAGE, 'sv');
    server.close();
    expect(outcome).toEqual({ kind: 'not-now', reason: 'ECONNRESET' });
  });
});

/** What a courier makes of a service that answers by hand. */
async function postTo(answer: RequestListener): Promise<SendOutcome> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await courier.post(reference(`http://127.0.0.1:${port}/`), MESSAGE, 'sv');
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('a bot with credentials', () => {
  const checked = createCourier({
    ...parts,
    credentials: {
      ...{ appType: 'SingleTenant', appId: 'app', appPassword: 'secret', tenantId: 'tenant' },
      serviceHosts: ['127.0.0.1'],
    },
  });
  // Only the login service is not there to be asked; the token goes through the SDK as always.
  const getToken = vi.spyOn(AppCredentials.prototype, 'getToken');
  afterAll(() => getToken.mockRestore());

  it('sends with its token', async () => {
    getToken.mockResolvedValue('token');
    expect(await checked.post(reference(), MESSAGE, 'sv')).toMatchObject({ kind: 'sent' });
    expect(getToken).toHaveBeenCalledTimes(1);
  });

  it('is unauthorised when the token is refused, and sends nothing', async () => {
    getToken.mockRejectedValue(Object.assign(new Error('AADSTS7000215'), { errorCode: 'invalid_client' }));
    expect(await checked.post(reference(), MESSAGE, 'sv')).toEqual(undeliverable('unauthorised', 'invalid_client'));
    expect(connector.received).toEqual([]);
  });

  it('may try again when no token comes in time, and sends nothing, later neither', async () => {
    let give: (token: string) => void = () => {};
    getToken.mockReturnValue(new Promise((resolve) => (give = resolve)));
    expect(await checked.post(reference(), MESSAGE, 'sv')).toEqual({ kind: 'not-now', reason: 'TIMEOUT' });
    give('token');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(connector.received).toEqual([]);
  });
});

describe('an answer that cannot be read', () => {
  const head = { 'Content-Type': 'application/json', 'Content-Length': 100 };

  it('since it breaks off is ambiguous', async () => {
    const outcome = await postTo((_request, response) => {
      response.writeHead(201, head);
      response.write('{"id":', () => response.destroy());
    });
    expect(outcome).toMatchObject({ kind: 'ambiguous' });
  });

  it('since its end does not come is ambiguous when time is up', async () => {
    const outcome = await postTo((_request, response) => {
      response.writeHead(201, head);
      response.write('{"id":');
    });
    expect(outcome).toEqual({ kind: 'ambiguous', reason: 'TIMEOUT' });
  });

  it('since it is no JSON is ambiguous, although it says that all went well', async () => {
    const outcome = await postTo((_request, response) => {
      response.writeHead(201, { 'Content-Type': 'application/json' }).end('<p>ok</p>');
    });
    expect(outcome).toEqual({ kind: 'ambiguous', reason: '201' });
  });

  it('for an id is a message sent all the same', async () => {
    const outcome = await postTo((_request, response) => response.writeHead(200).end());
    expect(outcome).toEqual({ kind: 'sent', activityId: '' });
  });
});

describe('connections', () => {
  it('are used again at once, and not after they were idle for long', async () => {
    const connections = new Set<unknown>();
    const server = createServer((request, response) => {
      connections.add(request.socket);
      response.writeHead(201, { 'Content-Type': 'application/json' }).end('{"id":"1"}');
    });
    // Says nothing about how long it keeps a connection, and keeps it.
    server.keepAliveTimeout = 0;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const post = () => courier.post(reference(`http://127.0.0.1:${port}/`), MESSAGE, 'sv');

    await post();
    await post();
    expect(connections.size).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 4500));
    await post();
    expect(connections.size).toBe(2);
    server.closeAllConnections();
    server.close();
  });
});
