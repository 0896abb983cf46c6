import { Agent, request as send } from 'node:http';
import { connect, type Socket } from 'node:net';
import { Writable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { type HttpOptions, type HttpServer, startHttp } from '../../src/http/server.js';
import { createLog } from '../../src/log.js';

let server: HttpServer;
let logged: string;
afterEach(() => server.close());

/** A server whose bot answers with the text of the activity. */
async function start(options: Partial<HttpOptions> = {}): Promise<void> {
  logged = '';
  const lines = new Writable({ write: (chunk, _encoding, done) => void ((logged += String(chunk)), done()) });
  server = await startHttp({
    host: '127.0.0.1',
    port: 0,
    log: createLog('warn', lines),
    ready: async () => undefined,
    processActivity: async (req, res) => void res.send(200, { said: (req.body as { text?: string }).text }),
    ...options,
  });
}

interface Sent {
  readonly path?: string;
  readonly method?: string;
  readonly body?: string | Buffer;
  readonly headers?: Record<string, string>;
  /** Sends the body in pieces, without its length. */
  readonly chunked?: boolean;
  readonly agent?: Agent;
}

interface Received {
  readonly status: number;
  readonly body: unknown;
}

function ask({ path = '/api/messages', method = 'POST', body = '', headers, chunked, agent }: Sent): Promise<Received> {
  return new Promise((resolve, reject) => {
    const length = chunked ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const typed = { 'content-type': 'application/json', ...headers };
    const req = send(
      {
        host: '127.0.0.1',
        port: server.port,
        path,
        method,
        agent: agent ?? false,
        headers: method === 'POST' ? { ...typed, ...length } : headers,
      },
      (res) => {
        let text = '';
        res.setEncoding('utf8').on('data', (part: string) => (text += part));
        res.once('end', () =>
          resolve({ status: res.statusCode!, body: text === '' ? '' : (JSON.parse(text) as unknown) }),
        );
      },
    );
    req.once('error', reject);
    if (!chunked) return void req.end(body);
    for (let at = 0; at < body.length; at += 65_536) req.write(body.slice(at, at + 65_536));
    req.end();
  });
}

const activity = (text: string) => JSON.stringify({ type: 'message', text });
const get = (path: string) => ask({ path, method: 'GET' });
const refused = (status: number, code: string, message: string): Received => ({
  status,
  body: { error: { code, message } },
});

const NOT_AN_ACTIVITY = 'The body must be one activity as JSON (content-type application/json).';
const NOT_JSON = 'The body must be JSON (content-type application/json), not packed (no content-encoding).';
const TOO_LARGE = 'The body is larger than 262144 bytes.';

describe('the HTTP edge', () => {
  it('hands an activity to the bot and gives back its answer', async () => {
    await start();
    expect(await ask({ body: activity('Hej å🙂') })).toEqual({ status: 200, body: { said: 'Hej å🙂' } });
    expect(
      await ask({ body: activity('Hej'), headers: { 'content-type': 'Application/JSON; charset=utf-8' } }),
    ).toMatchObject({
      status: 200,
    });
    expect(await ask({ body: activity('x'.repeat(200_000)), chunked: true })).toMatchObject({ status: 200 });
  });

  const big = activity('x'.repeat(2_000_000));
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const file = { 'content-type': 'multipart/form-data; boundary=b' };
  const packed = { 'content-encoding': 'gzip' };
  const malformed: [string, Sent, Received][] = [
    ['malformed JSON', { body: '{"type":' }, refused(400, 'body_invalid', NOT_AN_ACTIVITY)],
    ['an empty body', { body: '' }, refused(400, 'body_invalid', NOT_AN_ACTIVITY)],
    ['a list', { body: '[{"type":"message"}]' }, refused(400, 'body_invalid', NOT_AN_ACTIVITY)],
    ['a text', { body: '"message"' }, refused(400, 'body_invalid', NOT_AN_ACTIVITY)],
    ['a number', { body: '1' }, refused(400, 'body_invalid', NOT_AN_ACTIVITY)],
    ['null', { body: 'null' }, refused(400, 'body_invalid', NOT_AN_ACTIVITY)],
    [
      'plain text',
      { body: 'hej', headers: { 'content-type': 'text/plain' } },
      refused(415, 'media_type_unsupported', NOT_JSON),
    ],
    ['a form', { body: 'type=message', headers: form }, refused(415, 'media_type_unsupported', NOT_JSON)],
    ['a file', { body: '--b\r\n\r\nx\r\n--b--\r\n', headers: file }, refused(415, 'media_type_unsupported', NOT_JSON)],
    [
      'no content type',
      { body: activity('hej'), headers: { 'content-type': '' } },
      refused(415, 'media_type_unsupported', NOT_JSON),
    ],
    [
      'a packed body',
      { body: gzipSync(activity('hej')), headers: packed },
      refused(415, 'media_type_unsupported', NOT_JSON),
    ],
    ['a broken packed body', { body: 'not gzip', headers: packed }, refused(415, 'media_type_unsupported', NOT_JSON)],
    ['2 MB', { body: big }, refused(413, 'body_too_large', TOO_LARGE)],
    ['2 MB in pieces, without length', { body: big, chunked: true }, refused(413, 'body_too_large', TOO_LARGE)],
    [
      'an unknown path',
      { path: '/nowhere', body: activity('hej') },
      refused(404, 'path_unknown', 'There is nothing at this path.'),
    ],
    [
      'a GET of messages',
      { method: 'GET' },
      refused(405, 'method_not_allowed', 'This path does not take this method.'),
    ],
  ];

  it.each(malformed)('refuses %s and serves the next request', async (_, sent, received) => {
    await start();
    expect(await ask(sent)).toEqual(received);
    expect(await ask({ body: activity('igen') })).toEqual({ status: 200, body: { said: 'igen' } });
    expect(logged).toBe('');
  });

  it.each([
    ['an error', new Error('Anna är sjuk')],
    ['an error that carries the status of a service', Object.assign(new Error('Anna är sjuk'), { statusCode: 403 })],
  ])('tells nothing of a handler that throws %s, logs it and stays up', async (_, thrown) => {
    await start({
      processActivity: async (req, res) => {
        if ((req.body as { text?: string }).text === 'fel') throw thrown;
        res.send(200, {});
      },
    });
    expect(await ask({ body: activity('fel') })).toEqual(refused(500, 'internal', 'Internal error.'));
    expect(await ask({ body: activity('rätt') })).toMatchObject({ status: 200 });
    expect(JSON.parse(logged)).toMatchObject({
      level: 50,
      msg: 'http request failed',
      error: { message: 'Anna är sjuk' },
    });
  });

  it('says that the process lives', async () => {
    await start({ ready: () => Promise.reject(new Error('no storage')) });
    expect(await get('/healthz')).toEqual({ status: 200, body: { status: 'ok' } });
  });

  it('is ready while the check passes, and says in the log why not', async () => {
    let fault: Error | undefined;
    await start({ ready: async () => (fault ? Promise.reject(fault) : undefined) });
    expect(await get('/readyz')).toEqual({ status: 200, body: { status: 'ready' } });
    fault = new Error('no storage');
    expect(await get('/readyz')).toEqual({ status: 503, body: { status: 'not ready' } });
    expect(JSON.parse(logged)).toMatchObject({ level: 40, msg: 'not ready', error: { message: 'no storage' } });
    fault = undefined;
    expect(await get('/readyz')).toEqual({ status: 200, body: { status: 'ready' } });
  });

  it('shows the counters of the moment, where it is told to', async () => {
    let turns = 0;
    await start({ metrics: () => ({ turns: ++turns }) });
    expect(await get('/metrics')).toEqual({ status: 200, body: { turns: 1 } });
    expect(await get('/metrics')).toEqual({ status: 200, body: { turns: 2 } });
  });

  it('has no counters to show where it is not told to', async () => {
    await start();
    expect((await get('/metrics')).status).toBe(404);
  });

  it('names port and setting when the port is taken', async () => {
    await start();
    const again = startHttp({
      host: '127.0.0.1',
      port: server.port,
      log: createLog('silent'),
      ready: async () => undefined,
      processActivity: async () => undefined,
    });
    await expect(again).rejects.toMatchObject({
      code: 'port_in_use',
      message: `Port ${server.port} of 127.0.0.1 is in use. Set another by PORT.`,
    });
  });
});

describe('closing the HTTP edge', () => {
  it('answers what is under way, refuses what is new and then lets go', async () => {
    let underWay: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => (underWay = resolve));
    let finish: () => void = () => undefined;
    await start({
      processActivity: async (_req, res) => {
        underWay();
        await new Promise<void>((resolve) => (finish = resolve));
        res.send(200, { done: true });
      },
    });
    const agent = new Agent({ keepAlive: true });
    const pending = ask({ body: activity('långsamt'), agent });
    await arrived;
    let isClosed = false;
    const closing = server.close().then(() => (isClosed = true));
    await expect(get('/healthz')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(isClosed).toBe(false);
    const started = performance.now();
    finish();
    expect(await pending).toEqual({ status: 200, body: { done: true } });
    await closing;
    // Node keeps an idle connection for 5 s.
    expect(performance.now() - started).toBeLessThan(4500);
    agent.destroy();
  });

  it('refuses a request that comes over a connection already open', async () => {
    let finish: () => void = () => undefined;
    let underWay: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => (underWay = resolve));
    await start({
      ready: async () => {
        underWay();
        await new Promise<void>((resolve) => (finish = resolve));
      },
    });
    const socket = connect(server.port, '127.0.0.1');
    const answers = textOf(socket);
    socket.write(getOf('/readyz'));
    await arrived;
    const closing = server.close();
    socket.write(getOf('/healthz'));
    await isReadBy(socket);
    finish();
    expect(await answers).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*HTTP\/1\.1 503 [\s\S]*"code":"closing"/);
    await closing;
  });

  it('closes at once when nothing is under way, also twice', async () => {
    await start();
    await get('/healthz');
    await server.close();
    await expect(get('/healthz')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await server.close();
  });
});

const getOf = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;

/** All that comes back until the server ends the connection. */
function textOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setEncoding('utf8').on('data', (part: string) => (text += part));
    socket.once('close', () => resolve(text));
    socket.once('error', reject);
  });
}

/** Resolves when the server has had a turn to read what was written: a new connection is refused only after that. */
async function isReadBy(socket: Socket): Promise<void> {
  await new Promise<void>((resolve) => socket.write('', () => resolve()));
  await expect(get('/healthz')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
}
