import { afterAll, beforeAll, expect, it } from 'vitest';
import { LOCAL_SURVEY_KEY } from '../../src/config.js';
import { createSeal } from '../../src/exit/index.js';
import { openAzureStorage } from '../../src/storage/azure-storage.js';
import { openExitCases, openInvitations, openStorage } from '../../src/storage/index.js';
import { caseOf, NOW, TERTIAL } from '../bench/faults/cases.js';
import { judge } from '../bench/faults/judge.js';
import { emptyModel } from '../bench/faults/model.js';
import {
  answerItem,
  answerSurvey,
  type Desk,
  type Operation,
  rate,
  sendQuestion,
  tickItem,
} from '../bench/faults/operations.js';
import { persistent, type Tally } from '../bench/faults/persistent.js';
import { hire, managers, openRound, ORGANISATION, userOf } from '../bench/support/staff.js';
import { createLogLines } from '../bot/support/log-lines.js';
import { testConfig } from '../bot/support/stage.js';
import { type Azurite, startAzurite } from '../support/azurite.js';
import { type Connector, startConnector } from '../support/connector/index.js';
import { randomFrom } from '../support/connector/random.js';
import { deathAt, startStorageProxy, type StorageProxy } from '../support/storage-proxy/index.js';
import { startBot } from '../support/start.js';

/** A call that gets no answer ends after this; for so long after its death nothing reaches storage. */
const CALL_MS = 250;
const DEAD_MS = 400;
/** More calls than any of the operations makes: those beyond are lived through. */
const CALLS = 24;
const OPERATIONS: readonly (readonly [string, Operation])[] = [
  ['an answer to an item', answerItem],
  ['a tick of a checklist', tickItem],
  ['a question to HR', sendQuestion],
  ['a rating', rate],
  ['a survey', answerSurvey],
];

let azurite: Azurite;
let connector: Connector;
let proxy: StorageProxy;
const model = emptyModel();
const tally: Tally = { tries: 0, acknowledged: 0, told: 0, unreached: 0, untold: 0 };
const people = managers(2 * CALLS * 2, 2);
const cases = people.map((person, n) => caseOf(person, people[(n + 1) % people.length]!));
let stop: () => Promise<void>;
let deskOf: (n: number) => Desk;

beforeAll(async () => {
  [azurite, connector] = [await startAzurite(), await startConnector()];
  proxy = await startStorageProxy(azurite.connectionString);
  const storage = openStorage({ kind: 'connection-string', connectionString: azurite.connectionString });
  await storage.prepare();
  await hire(storage, people, NOW);
  const round = await openRound(storage, people, { activities: 6, now: NOW });
  for (const exitCase of cases) {
    await openExitCases(storage).create(exitCase);
    const about = { organisation: ORGANISATION, tertial: TERTIAL, person: exitCase.employee, case: exitCase.id };
    await openInvitations(storage).invite({ ...about, department: people[0]!.department });
  }
  const through = openAzureStorage({ connectionString: proxy.connectionString }, '', CALL_MS);
  const config = testConfig({ TEST_NOW: NOW.toISOString(), KNOWLEDGE_DIR: 'knowledge' });
  const bot = await startBot(config, createLogLines().log, through);
  stop = () => bot.stop();
  const seal = createSeal([Buffer.from(LOCAL_SURVEY_KEY, 'base64')]);
  let texts = 0;
  deskOf = (n) => ({
    ...{ person: people[n]!, round, activities: 6, model, random: randomFrom(n) },
    hands: persistent(userOf(people[n]!, connector, `http://127.0.0.1:${bot.port}`), {
      model,
      tally,
      revived: async () => undefined,
    }),
    cases: cases.filter(({ employee, manager }) => [employee, manager].includes(people[n]!.id)),
    survey: { exitCase: cases[n]!, ticket: seal.ticketFor(cases[n]!.id) },
    text: () => `svar${(texts += 1)}`,
  });
}, 180_000);
afterAll(async () => {
  await stop();
  await proxy.close();
  await connector.stop();
  await azurite.stop();
});

it('nothing is lost, doubled or half written whichever call an operation dies at, and pressing again finishes it', async () => {
  for (const [name, operation] of OPERATIONS) {
    const before = tally.told;
    for (let n = 1; n <= CALLS; n++)
      for (const when of ['before', 'after'] as const) {
        // Each time somebody else, so that no death meets what an earlier one left.
        const desk = deskOf(2 * n + (when === 'after' ? 1 : 0) - 2);
        const death = deathAt(n, when);
        let diedAt: number | undefined;
        proxy.rule = (request) => {
          if (diedAt !== undefined && performance.now() > diedAt + DEAD_MS) return undefined;
          const fault = death(request);
          if (fault) diedAt ??= performance.now();
          return fault;
        };
        await operation(desk);
        proxy.rule = undefined;
      }
    // It did die, several times; else the test would show nothing.
    expect(tally.told - before, name).toBeGreaterThan(3);
  }
  expect(tally.untold + tally.unreached).toBe(0);
  expect(await judge(azurite.connectionString, model, TERTIAL)).toEqual({ lost: [], doubled: [], torn: [] });
  expect([model.answers.length, model.questions.size, model.surveys.size]).toEqual([2 * CALLS, 2 * CALLS, 2 * CALLS]);
}, 900_000);
