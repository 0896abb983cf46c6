import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStorage, questionCountsTable, type Storage } from '../../src/storage/index.js';
import { type Connector, startConnector } from '../support/connector/index.js';
import { type BreakableStorage, breakable } from './support/breakable-storage.js';
import { createLogLines } from './support/log-lines.js';
import { KARIN, ORGANISATION, SARA, STRANGER } from './support/people.js';
import { createTestUser, seedPeople, testConfig } from './support/stage.js';
import { startBot } from '../support/start.js';

let connector: Connector;
beforeAll(async () => void (connector = await startConnector()));
afterAll(() => connector.stop());

/** A bot of its own for one test, since counts are written when it stops. */
async function start(env: NodeJS.ProcessEnv = {}) {
  const storage = breakable(openStorage({ kind: 'memory' }));
  await seedPeople(storage);
  const log = createLogLines();
  const bot = await startBot(testConfig(env), log.log, storage);
  const user = (person: { id: string; name: string }) =>
    createTestUser(connector, `http://127.0.0.1:${bot.port}`, person);
  return { storage, log, bot, user };
}

async function counted(storage: Storage): Promise<string[]> {
  const rows: string[] = [];
  for await (const { row } of storage.table(questionCountsTable).list())
    rows.push(`${row.organisation} | ${row.kind} | ${row.subject} | ${row.count}`);
  return rows.sort();
}

describe('answered questions', () => {
  it('are counted by what they are about, typed or asked by a button, and written when the bot stops', async () => {
    const { storage, bot, user } = await start();
    const karin = user(KARIN);
    await karin.say('Hur hög är sjukfrånvaron i förskolan?');
    await karin.press('ask.question', { question: 'Hur hög är sjukfrånvaron i förskolan?' });
    await karin.say('Vem håller avslutssamtalet?');
    await user(SARA).say('Vilken färg har månen?');
    await user(STRANGER).say('Vad är lönen för en rektor?');
    for (const word of ['hej', 'tack', 'hjälp', 'vem är jag']) await karin.say(word);
    expect(await counted(storage)).toEqual([]);
    await bot.stop();
    expect(await counted(storage)).toEqual([
      `${ORGANISATION} | routine | routine:ha-avslutssamtal | 1`,
      `${ORGANISATION} | statistic | measure:sjukfranvaro | 2`,
      `${ORGANISATION} | unknown | not-understood | 1`,
      'okänd | unknown | not-understood | 1',
    ]);
    const rows = JSON.stringify(await all(storage));
    expect(rows).not.toMatch(new RegExp(`månen|rektor|${KARIN.id}|${KARIN.name}`));
  });

  it('are written every some seconds, without a question waiting for it', async () => {
    const { storage, bot, user } = await start({ COUNTS_FLUSH_SECONDS: '1' });
    await user(KARIN).say('Vem håller avslutssamtalet?');
    await expect.poll(() => counted(storage)).toHaveLength(1);
    await bot.stop();
  });

  it('are kept while storage does not take them, and logged', async () => {
    const { storage, log, bot, user } = await start({ COUNTS_FLUSH_SECONDS: '1' });
    failCounts(storage, true);
    await user(KARIN).say('Vem håller avslutssamtalet?');
    await expect.poll(() => log.lines('the counts could not be written; they are kept').length).toBe(1);
    failCounts(storage, false);
    await bot.stop();
    expect(await counted(storage)).toHaveLength(1);
  });

  it('do not keep the bot from stopping when storage is gone', async () => {
    const { storage, log, bot, user } = await start();
    await user(KARIN).say('Vem håller avslutssamtalet?');
    failCounts(storage, true);
    await bot.stop();
    expect(log.lines('the last counts could not be written')).toHaveLength(1);
  });
});

function failCounts(storage: BreakableStorage, fails: boolean): void {
  storage.fails = fails ? (table) => table === questionCountsTable.name : undefined;
}

async function all(storage: Storage): Promise<object[]> {
  const rows: object[] = [];
  for await (const { row } of storage.table(questionCountsTable).list()) rows.push(row);
  return rows;
}
