import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStorage } from '../../src/storage/index.js';
import { createLogLines } from '../bot/support/log-lines.js';
import { KARIN } from '../bot/support/people.js';
import { createTestUser, seedPeople, testConfig } from '../bot/support/stage.js';
import { type Connector, startConnector } from '../support/connector/index.js';
import { startBot } from '../support/start.js';

let connector: Connector;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.stop());

it('a bot that is told to stop looks for no more work while the last turn is still answered', async () => {
  const storage = openStorage({ kind: 'memory' });
  await seedPeople(storage);
  const bot = await startBot(testConfig({ SENDS: 'true' }), createLogLines().log, storage);
  const calls = () => storage.calls();
  const before = calls();
  // It looks once a second, or the test would prove nothing.
  await expect.poll(calls, { timeout: 10_000 }).toBeGreaterThan(before + 3);
  connector.respond = () => ({ kind: 'delay', ms: 6000 });
  const turn = createTestUser(connector, `http://127.0.0.1:${bot.port}`, KARIN).say('hjälp');
  await expect.poll(() => connector.received.length).toBeGreaterThan(0);
  const stopping = bot.stop();
  await pause(1000);
  const rested = calls();
  await pause(3000);
  expect(calls()).toBe(rested);
  expect((await turn).status).toBe(200);
  await stopping;
});
