import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { startBot } from '../../src/composition/bot.js';
import { startWorker } from '../../src/composition/worker.js';
import { AZURITE_KEY, readConfig } from '../../src/config.js';
import { createLog } from '../../src/log.js';
import { parsePeopleCsv, type Person, planImport } from '../../src/people/index.js';
import { openPeople, openStorage } from '../../src/storage/index.js';

const ID = '00000000-0000-4000-8000-000000000001';
const SOUND = {
  UBARA_ENVIRONMENT: 'production',
  PORT: '0',
  KNOWLEDGE_DIR: 'test/support/knowledge',
  SENDS: 'false',
  BOT_APP_ID: ID,
  BOT_APP_PASSWORD: 'hemligt',
  BOT_TENANT_ID: ID,
  STORAGE_TABLE_URL: 'https://kommunen.table.core.windows.net',
  STORAGE_QUEUE_URL: 'https://kommunen.queue.core.windows.net',
  EXIT_SURVEY_KEYS: Buffer.alloc(32, 1).toString('base64'),
};
const { people: DEMO } = parsePeopleCsv(readFileSync('src/local/demo/people.csv', 'utf8'));
const REAL = DEMO.map((person) => ({ ...person, email: person.email.replace('ubara.example', 'kommunen.se') }));

/** Starts as main.ts does, with these people in the directory. */
async function start(env: NodeJS.ProcessEnv, people: readonly Person[], program = startBot as typeof startWorker) {
  const config = readConfig({ ...SOUND, ...env });
  const storage = openStorage({ kind: 'memory' });
  await storage.prepare();
  const plan = planImport({ current: [], incoming: people, removeMissing: false });
  await openPeople(storage).apply(plan, { generation: undefined, now: new Date() });
  const running = await program(config, createLog('silent'), { storage });
  await running.stop();
}

it('production starts with credentials, storage of its own and real people', async () => {
  await expect(start({}, REAL)).resolves.toBeUndefined();
});

const key = `AccountName=a;AccountKey=${AZURITE_KEY};TableEndpoint=https://a.example/`;
it.each<[string, NodeJS.ProcessEnv, readonly Person[], RegExp]>([
  ['credentials', { BOT_APP_ID: '' }, REAL, /BOT_APP_ID: missing; production refuses to start without credentials/],
  ['a password', { BOT_APP_PASSWORD: '' }, REAL, /BOT_APP_PASSWORD: missing/],
  ['a tenant', { BOT_TENANT_ID: '' }, REAL, /BOT_TENANT_ID: missing/],
  [
    'a key that is not the emulator’s',
    { STORAGE_TABLE_URL: '', STORAGE_QUEUE_URL: '', STORAGE_CONNECTION_STRING: key },
    REAL,
    /STORAGE_CONNECTION_STRING: this is the emulator's public key/,
  ],
  ['people who are not of the demonstration', {}, DEMO, /holds \d+ people of the demonstration/],
  ['real people alone', {}, [...REAL.slice(1), DEMO[0]!], /holds 1 people of the demonstration/],
  ['the real clock', { TEST_NOW: '2026-03-01T09:00:00Z' }, REAL, /TEST_NOW: a test clock is refused/],
  ['state that outlives it', { STORAGE: 'memory' }, REAL, /STORAGE: memory forgets everything/],
  ['a door that is checked', { HOST: '0.0.0.0', BOT_APP_ID: '' }, REAL, /HOST: 0\.0\.0\.0 is open to others/],
  ['Teams to send to', { SERVICE_HOSTS: 'localhost' }, REAL, /SERVICE_HOSTS: must not name this machine/],
  ['a survey key of its own', { EXIT_SURVEY_KEYS: '' }, REAL, /EXIT_SURVEY_KEYS: missing/],
])('production does not start without %s', async (_, env, people, says) => {
  await expect(start(env, people)).rejects.toThrow(says);
});

it('nor does a worker', async () => {
  await expect(start({}, DEMO, startWorker)).rejects.toMatchObject({ code: 'demo_people' });
});
