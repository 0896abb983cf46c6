import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Child, startChild } from '../../src/local/child.js';
import { bareEnvironment, withoutLocalProxy } from '../../src/local/environment.js';
import { ANNOUNCEMENT, type Announcement, createBroadcasts, createLedger } from '../../src/broadcast/index.js';
import {
  conversationsTable,
  openBroadcasts,
  openLedgerStore,
  openStorage,
  type Storage,
} from '../../src/storage/index.js';
import { ORGANISATION, seed } from '../bench/broadcast/seed.js';
import { KARIN } from '../bot/support/people.js';
import { seen } from '../bot/support/seen.js';
import { createTestUser, seedPeople } from '../bot/support/stage.js';
import { type Azurite, startAzurite } from '../support/azurite.js';
import { type Connector, startConnector } from '../support/connector/index.js';
import { startIngestion } from '../support/ingestion.js';
import { freePorts } from '../support/free-ports.js';

/** So many people have asked and wait for their answer when the bot is told to stop. */
const TURNS = 50;
/** Who get a card while workers come and go. */
const RECIPIENTS = 90;

let folder: string;
let dist: string;
/** Where a program may write when it thinks that it must: stays empty. */
let scratch: string;
let azurite: Azurite | undefined;
let storage: Storage;
let connector: Connector;
const children: Child[] = [];

beforeAll(async () => {
  // Below no folder of the project, so that no package of it can be found by chance.
  folder = mkdtempSync(join(tmpdir(), 'ubara-dist-'));
  dist = join(folder, 'dist');
  scratch = join(folder, 'scratch');
  mkdirSync(scratch);
  const built = spawnSync(process.execPath, ['bin/build.mjs', dist], { encoding: 'utf8' });
  expect([built.status, built.stderr]).toEqual([0, '']);
  azurite = await startAzurite();
  storage = openStorage({ kind: 'connection-string', connectionString: azurite.connectionString });
  await seedPeople(storage);
  connector = await startConnector();
});
afterAll(async () => {
  for (const child of children) await child.stop(5000);
  await connector?.stop();
  await azurite?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function start(program: string, env: NodeJS.ProcessEnv): Child {
  const child = startChild({
    name: program,
    args: [program],
    cwd: dist,
    env: {
      ...withoutLocalProxy({ ...bareEnvironment(process.env), ...scratchEnvironment() }),
      STORAGE_CONNECTION_STRING: azurite?.connectionString,
      ...env,
    },
    logFile: join(folder, `${children.length}.log`),
  });
  children.push(child);
  return child;
}

function scratchEnvironment(): NodeJS.ProcessEnv {
  return { TMPDIR: scratch, TEMP: scratch, TMP: scratch, HOME: scratch, USERPROFILE: scratch };
}

async function startBot(env: NodeJS.ProcessEnv = {}) {
  const [port = 0] = await freePorts(1);
  const child = start('lib/main.js', { PORT: String(port), SENDS: 'false', ...env });
  await child.waitForHttp(`http://127.0.0.1:${port}/readyz`, 60_000);
  return { child, url: `http://127.0.0.1:${port}` };
}

/** Every file where it lies, in its temporary folder and at home, with its size and when it was written. */
function listing(): string[] {
  return [dist, scratch].flatMap((root) => {
    const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
    return names.map((name) => {
      const { size, mtimeMs } = statSync(join(root, name));
      return `${name} ${size} ${mtimeMs}`;
    });
  });
}

describe('the built bot, with Node and nothing else', () => {
  it('answers, and writes no file: not where it lies, no temporary one, none at home', async () => {
    const before = listing();
    const { child, url } = await startBot();
    const { status, replies } = await createTestUser(connector, url, KARIN).say(
      'Hur hög är sjukfrånvaron i förskolan?',
    );
    expect([status, seen(replies[0])]).toEqual([200, expect.stringContaining('9,8 %')]);
    process.kill(child.pid, 'SIGTERM');
    expect(await child.ended).toBe('exit code 0');
    expect(listing()).toEqual(before);
  });

  it('tells Application Insights of its turns, the last of them when it is told to stop, and writes no file', async () => {
    const ingestion = await startIngestion();
    try {
      const before = listing();
      const { child, url } = await startBot({ APPLICATIONINSIGHTS_CONNECTION_STRING: ingestion.connectionString });
      await createTestUser(connector, url, KARIN).say('Hur hög är sjukfrånvaron i förskolan?');
      process.kill(child.pid, 'SIGTERM');
      expect(await child.ended).toBe('exit code 0');
      const told = ingestion.envelopes();
      expect(told.map(({ data }) => data.baseData.name)).toContain('turn message');
      const metrics = told.flatMap(({ data }) => data.baseData.metrics ?? []).map(({ name }) => name);
      expect(metrics).toEqual(expect.arrayContaining(['ubara.turns', 'ubara.answers', 'ubara.turn.duration']));
      expect(new Set(told.map(({ tags }) => tags['ai.cloud.role']))).toEqual(new Set(['ubara-bot']));
      expect(listing()).toEqual(before);
    } finally {
      await ingestion.stop();
    }
  });

  it.each([
    ['does not answer', undefined],
    ['refuses', 403],
  ])('ends in time and well when Application Insights %s', async (_, status) => {
    const ingestion = await startIngestion();
    try {
      ingestion.respond = status;
      const before = listing();
      const { child, url } = await startBot({ APPLICATIONINSIGHTS_CONNECTION_STRING: ingestion.connectionString });
      const { status: answered } = await createTestUser(connector, url, KARIN).say('hjälp');
      const began = performance.now();
      process.kill(child.pid, 'SIGTERM');
      expect([answered, await child.ended]).toEqual([200, 'exit code 0']);
      // The turn is over: what is left is the three seconds that the last telemetry may take, on a machine that may be busy.
      expect(performance.now() - began).toBeLessThan(12_000);
      // What could not be sent is let go, not laid down on a disk.
      expect(listing()).toEqual(before);
    } finally {
      await ingestion.stop();
    }
  });

  it('starts as a worker, and writes no file', async () => {
    const before = listing();
    const child = start('lib/worker.js', {});
    await child.waitForLine(/"msg":"ready"/, 60_000);
    process.kill(child.pid, 'SIGTERM');
    expect(await child.ended).toBe('exit code 0');
    expect(listing()).toEqual(before);
  });

  it('holds its commands', () => {
    const asked = spawnSync(process.execPath, ['lib/cli/ask.js', 'Vem håller avslutssamtalet?'], {
      cwd: dist,
      encoding: 'utf8',
    });
    expect([asked.status, asked.stderr]).toEqual([0, '']);
    expect(asked.stdout).toContain('Källor');
  });
});

describe(`a bot with ${TURNS} turns in flight that is told to stop`, () => {
  it('answers every one of them, keeps what they were about, takes no new one and ends with exit code 0', async () => {
    const { child, url } = await startBot();
    const people = Array.from({ length: TURNS }, (_, at) => {
      const id = `aaaaaaaa-0000-4000-8000-${String(at).padStart(12, '0')}`;
      return { id, user: createTestUser(connector, url, { id, name: `Person ${at}` }) };
    });
    connector.reset();
    // Long enough that no turn is over when the signal comes.
    connector.respond = () => ({ kind: 'delay', ms: 8000 });
    const turns = people.map(({ user }) => user.say('Hur hög är sjukfrånvaron i förskolan?'));
    await expect.poll(() => connector.received.length, { timeout: 7000 }).toBeGreaterThanOrEqual(TURNS);
    process.kill(child.pid, 'SIGTERM');
    await child.waitForLine(/"msg":"stopping"/, 5000);
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    const answers = await Promise.all(turns);
    expect(answers.map(({ status, replies }) => [status, seen(replies[0]).includes('9,8 %')])).toEqual(
      people.map(() => [200, true]),
    );
    expect(await child.ended).toBe('exit code 0');
    const kept = await Promise.all(
      people.map(({ id }) => storage.table(conversationsTable).find(['okänd'], [`person:${id}`])),
    );
    expect(kept.filter((row) => row === undefined)).toEqual([]);
    expect(readFileSync(join(folder, `${children.length - 1}.log`), 'utf8')).not.toContain('cut off');
    connector.respond = undefined;
  });
});

describe('workers that are told to stop in the middle of a sending', () => {
  it('finish what they have in hand; the next ones send the rest, and everybody has it once', async () => {
    const other = await startAzurite();
    try {
      const own = openStorage({ kind: 'connection-string', connectionString: other.connectionString });
      await seed(own, connector, RECIPIENTS);
      const broadcasts = createBroadcasts({
        store: openBroadcasts(own),
        ledger: createLedger(openLedgerStore(own), 'test'),
        wake: () => undefined,
      });
      const content: Announcement = {
        sv: { title: 'Ny rutin', text: 'Från den 1 oktober håller närmaste chef samtalet.' },
        en: { title: 'New routine', text: 'From 1 October the nearest manager holds the talk.' },
        from: { function: 'HR-konsult', organisation: ORGANISATION },
        confirm: false,
      };
      const { broadcast } = await broadcasts.create({
        ...{ organisation: ORGANISATION, name: 'stop', createdAt: new Date(), kind: ANNOUNCEMENT },
        ...{ title: 'Ny rutin', content, audience: {} },
      });
      connector.reset();
      connector.respond = () => ({ kind: 'delay', ms: 700 });
      const accepted = () => [...connector.acceptedMessages.values()].reduce((sum, count) => sum + count, 0);
      for (const goal of [RECIPIENTS / 3, (2 * RECIPIENTS) / 3]) {
        const worker = startWorkerOn(other);
        await expect.poll(accepted, { timeout: 60_000 }).toBeGreaterThan(goal);
        process.kill(worker.pid, 'SIGTERM');
        expect(await worker.ended).toBe('exit code 0');
        expect(accepted()).toBeLessThan(RECIPIENTS);
      }
      startWorkerOn(other);
      const state = async () => (await broadcasts.find(ORGANISATION, broadcast.id))?.status;
      await expect.poll(state, { timeout: 60_000 }).toBe('done');
      expect(await broadcasts.counts(ORGANISATION, broadcast.id)).toMatchObject({ delivered: RECIPIENTS });
      expect([...connector.acceptedMessages.values()]).toEqual(Array.from({ length: RECIPIENTS }, () => 1));
    } finally {
      connector.respond = undefined;
      await children.at(-1)?.stop(5000);
      await other.stop();
    }
  });

  const startWorkerOn = ({ connectionString }: Azurite) =>
    start('lib/worker.js', { STORAGE_CONNECTION_STRING: connectionString, SENDS_PER_SECOND: '10' });
});
