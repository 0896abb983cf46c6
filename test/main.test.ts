import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Child, startChild } from '../src/local/child.js';
import { withoutLocalProxy } from '../src/local/environment.js';
import { isDoneWithin } from '../src/composition/program.js';
import { type RunningBot, startBot } from '../src/composition/bot.js';
import { conversationsTable, openStorage } from '../src/storage/index.js';
import { breakable, type BreakableStorage } from './bot/support/breakable-storage.js';
import { createLogLines, type LogLines } from './bot/support/log-lines.js';
import { BOT } from './bot/support/envelope.js';
import { KARIN } from './bot/support/people.js';
import { seen } from './bot/support/seen.js';
import { createTestUser, KNOWLEDGE_DIR, seedPeople, testConfig } from './bot/support/stage.js';
import { message } from './support/connector/incoming.js';
import { type Connector, type JsonObject, startConnector, type User } from './support/connector/index.js';
import { freePorts } from './support/free-ports.js';

/** A process needs two seconds of one core to start; the tests beside this one want the cores as well. */
const PROCESS_MS = 60_000;

let connector: Connector;
let folder: string;
const children: Child[] = [];

beforeAll(async () => {
  connector = await startConnector();
  folder = mkdtempSync(join(tmpdir(), 'ubara-main-'));
});
afterAll(async () => {
  for (const child of children) await child.stop(5000);
  await connector.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** "hej", as Teams sends it. */
function hello({ conversationId, member: from }: User): JsonObject {
  const { serviceUrl } = connector;
  return message(
    { channelId: 'msteams', serviceUrl, conversationId, from, bot: BOT, locale: 'sv-SE', now: new Date() },
    'hej',
  );
}

/** The program itself, as it runs in Azure, and its log. */
function startProcess(env: NodeJS.ProcessEnv): { child: Child; log: () => string } {
  const logFile = join(folder, `bot-${children.length}.log`);
  const child = startChild({
    name: 'bot',
    args: ['bin/run.mjs', 'src/main.ts'],
    cwd: process.cwd(),
    env: { ...withoutLocalProxy(process.env), STORAGE: 'memory', KNOWLEDGE_DIR, ...env },
    logFile,
  });
  children.push(child);
  return { child, log: () => readFileSync(logFile, 'utf8') };
}

describe('the running bot', () => {
  let bot: RunningBot;
  let storage: BreakableStorage;
  let logLines: LogLines;
  const get = (path: string) => fetch(`http://127.0.0.1:${bot.port}${path}`);

  beforeAll(async () => {
    storage = breakable(openStorage({ kind: 'memory' }));
    logLines = createLogLines();
    await seedPeople(storage);
    bot = await startBot(testConfig(), logLines.log, { storage });
  });
  afterAll(() => bot.stop());

  it('says what it is ready with, once', () => {
    expect(logLines.lines('ready')).toMatchObject([{ port: bot.port, storage: 'memory', people: 4, routines: 2 }]);
  });

  it('counts turns by kind and outcome, and storage calls', async () => {
    const karin = createTestUser(connector, `http://127.0.0.1:${bot.port}`, KARIN);
    const before = (await (await get('/metrics')).json()) as { storageCalls: number };
    await karin.say('Hur hög är sjukfrånvaron i förskolan?');
    await karin.say('Vem håller avslutssamtalet?');
    await karin.say('hjälp');
    await karin.press('ask.question', {});
    const after = (await (await get('/metrics')).json()) as { storageCalls: number; turns: object };
    expect(after.turns).toEqual({
      'message statistic': 1,
      'message routine': 1,
      'message help': 1,
      'press invalid': 1,
    });
    // Two questions of two calls; a command and a button of a read and an audit line.
    expect(after.storageCalls - before.storageCalls).toBe(8);
  });

  it('tells how old its directory of people is', async () => {
    expect(await (await get('/metrics')).json()).toMatchObject({
      directory: { generation: { people: 4 }, ageMs: expect.any(Number) as number },
    });
  });
});

describe('a bot with credentials', () => {
  it.each([
    ['nothing', {}],
    ['a token of nobody', { Authorization: 'Bearer x.y.z' }],
  ])('answers 401 to a sender who shows %s, and keeps nothing', async (_what, headers) => {
    // botbuilder writes each refusal to the console.
    const console = vi.spyOn(globalThis.console, 'error').mockImplementation(() => {});
    const storage = openStorage({ kind: 'memory' });
    const app = { BOT_APP_ID: '77777777-7777-4777-8777-777777777777', BOT_APP_PASSWORD: 'hemligt' };
    const bot = await startBot(testConfig(app), createLogLines().log, { storage });
    const karin = createTestUser(connector, `http://127.0.0.1:${bot.port}`, KARIN);
    const { status, replies } = await karin.raw(hello(karin), headers);
    await bot.stop();
    console.mockRestore();
    expect([status, replies]).toEqual([401, []]);
    expect(await storage.table(conversationsTable).find(['okänd'], [`person:${KARIN.id}`])).toBeUndefined();
  });
});

describe('a bot that is told to stop', () => {
  it(
    'finishes the turn under way, takes no new one and ends with exit code 0',
    async () => {
      const [port = 0] = await freePorts(1);
      const { child, log } = startProcess({ PORT: String(port) });
      await child.waitForHttp(`http://127.0.0.1:${port}/readyz`, 30_000);
      const karin = createTestUser(connector, `http://127.0.0.1:${port}`, KARIN);
      connector.respond = () => ({ kind: 'delay', ms: 1500 });
      const saying = karin.say('Hur hög är sjukfrånvaron i förskolan?');
      await connector.waitFor(({ conversationId }) => conversationId === karin.conversationId);

      process.kill(child.pid, 'SIGTERM');
      await child.waitForLine(/"msg":"stopping"/, 5000);
      await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();

      const { status, replies } = await saying;
      expect(status).toBe(200);
      expect(seen(replies[0])).toContain('9,8 %');
      const answered = performance.now();
      expect(await child.ended).toBe('exit code 0');
      expect(performance.now() - answered).toBeLessThan(2500);
      expect(log()).toContain('"kind":"message","outcome":"statistic"');
      connector.respond = undefined;
    },
    PROCESS_MS,
  );

  it('waits no longer than it may', async () => {
    const forever = new Promise(() => {});
    expect(await isDoneWithin(20, forever)).toBe(false);
    expect(await isDoneWithin(1000, Promise.resolve())).toBe(true);
    await expect(isDoneWithin(1000, Promise.reject(new Error('stop failed')))).rejects.toThrow('stop failed');
  });
});

describe('a bot that cannot start', () => {
  let taken: Server;
  beforeAll(async () => {
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => taken.close(resolve)));

  it.concurrent.each([
    ['a wrong setting', { PORT: 'sju' }, /PORT: /],
    ['no knowledge', { KNOWLEDGE_DIR: 'test/support/nothing' }, /The knowledge in test\/support\/nothing has faults/],
    ['production without credentials', { UBARA_ENVIRONMENT: 'production' }, /BOT_APP_ID: missing/],
  ])(
    'for %s says so and ends with exit code 1',
    async (_why, env, message) => {
      const { child, log } = startProcess({ PORT: '0', ...env });
      expect(await child.ended).toBe('exit code 1');
      expect(log()).toMatch(message);
    },
    PROCESS_MS,
  );

  it.concurrent(
    'for a port in use names it and ends with exit code 1',
    async () => {
      const { port } = taken.address() as { port: number };
      const { child, log } = startProcess({ PORT: String(port) });
      expect(await child.ended).toBe('exit code 1');
      expect(log()).toContain(`Port ${port} of 127.0.0.1 is in use.`);
    },
    PROCESS_MS,
  );
});
