import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningBot } from '../../src/composition/bot.js';
import { conversationsTable, openStorage } from '../../src/storage/index.js';
import { type Connector, startConnector } from '../support/connector/index.js';
import { createLogLines } from './support/log-lines.js';
import { KARIN, SARA } from './support/people.js';
import { seen } from './support/seen.js';
import { createTestUser, seedPeople, testConfig, useStage } from './support/stage.js';
import { startBot } from '../support/start.js';

const stage = useStage();

describe('a follow-up', () => {
  it('is understood from what was asked before', async () => {
    const karin = stage.user(KARIN);
    await karin.say('Hur hög är sjukfrånvaron i förskolan?');
    expect(seen((await karin.say('Och för IFO?')).replies[0])).toContain('6,8 %');
    expect(seen((await karin.say('Och för stödfunktionerna?')).replies[0])).toContain('6,0 %');
  });

  it('of a button goes on from the card that was pressed last', async () => {
    const karin = stage.user(KARIN);
    await karin.press('ask.question', { question: 'Hur hög är sjukfrånvaron i förskolan?' });
    expect(seen((await karin.say('Och för IFO?')).replies[0])).toContain('6,8 %');
  });

  it('keeps measure, population and period in storage, and no text', async () => {
    const karin = stage.user(KARIN);
    await karin.say('Hur hög är sjukfrånvaron i förskolan?');
    const [kept, ...others] = await stage.conversations();
    expect(others).toEqual([]);
    expect(kept?.key).toBe(`person:${KARIN.id}`);
    expect(kept?.context.ask).toMatchObject({
      measure: 'sjukfranvaro',
      population: 'ha-forskola',
      period: 'R12:2024-06',
    });
    expect(JSON.stringify(kept)).not.toMatch(/Hur hög|sjukfrånvaron|förskolan/);
  });

  it('leaves what other features keep in the conversation', async () => {
    const karin = stage.user(KARIN);
    await karin.install();
    const [row] = await stage.conversations();
    await stage.storage.table(conversationsTable).upsert({ ...row!, context: { plan: { round: 'r1' } } });
    await karin.say('Hur hög är sjukfrånvaron i förskolan?');
    const [kept] = await stage.conversations();
    expect(kept?.context).toMatchObject({ plan: { round: 'r1' }, ask: { population: 'ha-forskola' } });
  });

  it("does not follow from another person's question", async () => {
    await stage.user(KARIN).say('Hur hög är sjukfrånvaron i förskolan?');
    const { replies } = await stage.user(SARA).say('Och för IFO?');
    expect(seen(replies[0])).not.toContain('6,8 %');
  });

  it('of a command in between still follows', async () => {
    const karin = stage.user(KARIN);
    await karin.say('Hur hög är sjukfrånvaron i förskolan?');
    await karin.say('hjälp');
    expect(seen((await karin.say('Och för IFO?')).replies[0])).toContain('6,8 %');
  });
});

describe('two turns of one conversation at the same time', () => {
  it('are both answered, and neither change is dropped', async () => {
    const karin = stage.user(KARIN);
    await Promise.all([karin.say('Hur hög är sjukfrånvaron i IFO?'), karin.say('english')]);
    const messages = stage.connector.current(karin.conversationId).map(seen);
    expect(messages).toHaveLength(2);
    expect(messages.some((text) => text.includes('6,8 %'))).toBe(true);
    expect(messages.some((text) => text.includes('I answer in English in this chat from now on.'))).toBe(true);
    const [kept] = await stage.conversations();
    expect(kept).toMatchObject({ locale: 'en', context: { ask: { population: 'ha-ifo' } } });
  });

  it('are all answered when six come at once', async () => {
    const karin = stage.user(KARIN);
    const questions = Array.from({ length: 6 }, () => karin.say('Hur hög är sjukfrånvaron i IFO?'));
    expect((await Promise.all(questions)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    const messages = stage.connector.current(karin.conversationId).map(seen);
    expect(messages.filter((text) => text.includes('6,8 %'))).toHaveLength(6);
    expect(messages).toHaveLength(6);
  });
});

describe('after an idle time', () => {
  const storage = openStorage({ kind: 'memory' });
  const bots: RunningBot[] = [];
  let connector: Connector;

  beforeAll(async () => {
    connector = await startConnector();
    await seedPeople(storage);
  });
  afterAll(async () => {
    for (const bot of bots) await bot.stop();
    await connector.stop();
  });

  /** What Karin reads when she says it to a bot whose clock begins at this moment. */
  async function sayAt(moment: string, conversationId: string, text: string): Promise<string> {
    const bot = await startBot(testConfig({ TEST_NOW: moment }), createLogLines().log, storage);
    bots.push(bot);
    const karin = createTestUser(connector, `http://127.0.0.1:${bot.port}`, KARIN, { conversationId });
    return seen((await karin.say(text)).replies[0]);
  }

  it('of 59 minutes the conversation goes on', async () => {
    await sayAt('2026-03-02T10:00:00+01:00', 'a:59', 'Hur hög är sjukfrånvaron i förskolan?');
    expect(await sayAt('2026-03-02T10:59:00+01:00', 'a:59', 'Och för IFO?')).toContain('6,8 %');
  });

  it('of 61 minutes it begins anew', async () => {
    await sayAt('2026-03-03T10:00:00+01:00', 'a:61', 'Hur hög är sjukfrånvaron i förskolan?');
    expect(await sayAt('2026-03-03T11:01:00+01:00', 'a:61', 'Och för IFO?')).not.toContain('6,8 %');
  });
});
