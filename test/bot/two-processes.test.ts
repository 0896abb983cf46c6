import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversationsTable, openStorage, type Storage } from '../../src/storage/index.js';
import { type Account, emptyAccount } from '../support/own-account.js';
import { startBalancer } from '../support/balancer.js';
import { type Connector, startConnector, type User } from '../support/connector/index.js';
import { freePorts } from '../support/free-ports.js';
import { type Program, startProgram } from '../support/program.js';
import { KARIN, SARA } from './support/people.js';
import { seen } from './support/seen.js';
import { createTestUser, KNOWLEDGE_DIR, seedPeople } from './support/stage.js';

let connector: Connector;
let azurite: Account;
let storage: Storage;
let ports: number[];
const bots: Program[] = [];

beforeAll(async () => {
  connector = await startConnector();
  azurite = await emptyAccount();
  storage = openStorage({ kind: 'connection-string', connectionString: azurite.connectionString });
  await seedPeople(storage);
  ports = await freePorts(2);
  bots.push(...(await Promise.all(ports.map(startBotProcess))));
});

afterAll(async () => {
  for (const program of [...bots, azurite]) await program.stop();
  await connector.stop();
});

function startBotProcess(port: number): Promise<Program> {
  return startProgram({
    name: `bot on ${port}`,
    args: ['bin/run.mjs', 'src/main.ts'],
    env: {
      PORT: String(port),
      STORAGE: 'azure',
      STORAGE_CONNECTION_STRING: azurite.connectionString,
      STORAGE_TABLE_URL: '',
      KNOWLEDGE_DIR,
    },
    ready: `http://127.0.0.1:${port}/readyz`,
  });
}

/** The same person in the same chat, once for each process: which one gets an activity is not for them to choose. */
function atBoth(person: { id: string; name: string }): [User, User] {
  const conversationId = `a:${person.id}`;
  const at = (port: number) => createTestUser(connector, `http://127.0.0.1:${port}`, person, { conversationId });
  return [at(ports[0]!), at(ports[1]!)];
}

describe('two processes', () => {
  it('take turns in one conversation', async () => {
    const [one, other] = atBoth(KARIN);
    const figures = [
      await one.say('Hur hög är sjukfrånvaron i förskolan?'),
      await other.say('Och för IFO?'),
      await one.say('Och för stödfunktionerna?'),
      await other.say('Och för förskolan?'),
    ].map(({ replies }) => /\d+,\d %/.exec(seen(replies[0]))?.[0]);
    expect(figures).toEqual(['9,8 %', '6,8 %', '6,0 %', '9,8 %']);
  });

  it('answer one conversation request by request, behind a balancer that knows nothing of it', async () => {
    const balancer = await startBalancer(ports);
    const karin = createTestUser(connector, balancer.url, KARIN);
    await karin.say('Hur hög är sjukfrånvaron i förskolan?');
    const said = [];
    for (const unit of ['IFO', 'stödfunktionerna', 'förskolan', 'IFO', 'stödfunktionerna', 'förskolan'])
      said.push(seen((await karin.say(`Och för ${unit}?`)).replies[0]));
    await balancer.close();
    const figures = ['6,8 %', '6,0 %', '9,8 %', '6,8 %', '6,0 %', '9,8 %'];
    expect(said).toEqual(figures.map((figure) => expect.stringContaining(figure) as string));
    const [one = 0, other = 0] = balancer.answered.values();
    expect(one + other).toBe(7);
    expect(Math.min(one, other) / (one + other)).toBeGreaterThanOrEqual(0.4);
  });

  it('share the language that was chosen', async () => {
    const [one, other] = atBoth(SARA);
    await one.say('english');
    expect(seen((await other.say('hjälp')).replies[0])).toContain('What you can ask me');
    await other.say('svenska');
    expect(seen((await one.say('hjälp')).replies[0])).toContain('Det här kan du fråga mig');
  });

  it('lose nothing when both answer in one conversation at once', async () => {
    const [one, other] = atBoth(SARA);
    for (let round = 0; round < 5; round += 1) {
      await one.say('svenska');
      const answers = await Promise.all([one.say('Hur hög är sjukfrånvaron i IFO?'), other.say('english')]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      const kept = await storage.table(conversationsTable).find([SARA.organisation], [`person:${SARA.id}`]);
      expect(kept?.row).toMatchObject({ locale: 'en', context: { ask: { population: 'ha-ifo' } } });
    }
    const said = connector.current(one.conversationId).map(seen);
    expect(said.filter((text) => text.includes('Felnummer') || text.includes('Error number'))).toEqual([]);
  });
});
