/**
 * Is anything lost? People answer, tick, ask, rate and send through a real bot whose way to Azurite is bad (late, 500, 503, cut, done and
 * then cut, somebody else first, away for seconds), and which is killed in the middle of writes. Whoever is told that it failed presses
 * again. Then what lies in Azurite is held against what people were told. Prints one JSON line; exit code 1 when something is lost,
 * doubled or torn.
 *
 *   npm run -s bench:faults [-- --operations 1000 --people 20 --kills 3 --seed 1]
 */
import { parseArgs } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { createSeal } from '../../src/exit/index.js';
import { LOCAL_SURVEY_KEY } from '../../src/config.js';
import { openExitCases, openInvitations, openStorage } from '../../src/storage/index.js';
import { startAzurite } from '../support/azurite.js';
import { startConnector } from '../support/connector/index.js';
import { randomFrom } from '../support/connector/random.js';
import { isWrite, randomFaults, startStorageProxy } from '../support/storage-proxy/index.js';
import { caseOf, HR, NOW, TERTIAL } from './faults/cases.js';
import { judge } from './faults/judge.js';
import { cardsOf } from './faults/cards-of.js';
import { emptyModel } from './faults/model.js';
import { type Desk, drawOperation } from './faults/operations.js';
import { persistent, type Tally } from './faults/persistent.js';
import { startBotProcess } from './support/bot-process.js';
import { hire, managers, openRound, ORGANISATION, userOf } from './support/staff.js';

const { values } = parseArgs({
  options: {
    operations: { type: 'string', default: '1000' },
    people: { type: 'string', default: '20' },
    kills: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    /** How it goes, on standard error. */
    verbose: { type: 'boolean', default: false },
  },
});
const whole = (name: 'operations' | 'people' | 'kills' | 'seed', least: number): number => {
  const value = Number(values[name]);
  if (!Number.isInteger(value) || value < least)
    throw new Error(`--${name} ${values[name]}: a whole number from ${least} is needed.`);
  return value;
};
const [operations, kills, seed] = [whole('operations', 1), whole('kills', 0), whole('seed', 0)];
const ACTIVITIES = 6;
/** A row that a dead worker held is free after 25 s, and looked for again 20 s later. */
const QUIET_MS = 120_000;

const azurite = await startAzurite();
const connector = await startConnector();
const proxy = await startStorageProxy(azurite.connectionString);
const { connectionString } = azurite;
const storage = openStorage({ kind: 'connection-string', connectionString });
await storage.prepare();
const people = managers(whole('people', 2), 2);
await hire(storage, [...people, HR], NOW);
const round = await openRound(storage, people, { activities: ACTIVITIES, now: NOW });
const seal = createSeal([Buffer.from(LOCAL_SURVEY_KEY, 'base64')]);
const cases = people.map((person, n) => caseOf(person, people[(n + 1) % people.length]!));
for (const exitCase of cases) {
  await openExitCases(storage).create(exitCase);
  const about = { organisation: ORGANISATION, tertial: TERTIAL, person: exitCase.employee, case: exitCase.id };
  await openInvitations(storage).invite({ ...about, department: people[0]!.department });
}

const bot = await startBotProcess({ connectionString: proxy.connectionString, startsAt: NOW });
try {
  const model = emptyModel();
  const tally: Tally = { tries: 0, acknowledged: 0, told: 0, unreached: 0, untold: 0 };
  const hr = userOf(HR, connector, bot.url);
  await hr.say('hej');
  let texts = 0;
  let revival: Promise<void> | undefined;
  const desks = people.map((person, n): Desk => {
    const user = userOf(person, connector, bot.url);
    const ticket = seal.ticketFor(cases[n]!.id);
    return {
      ...{ person, round, activities: ACTIVITIES, model, random: randomFrom(seed * 1000 + n) },
      hands: persistent(user, { model, tally, revived: async () => revival }),
      cases: cases.filter(({ employee, manager }) => employee === person.id || manager === person.id),
      survey: { exitCase: cases[n]!, ticket },
      text: () => `svar${(texts += 1)}`,
    };
  });

  const started = performance.now();
  const faults = randomFaults(seed);
  const random = randomFrom(seed);
  let [done, killed] = [0, 0];
  proxy.rule = (request) => {
    const isTime = killed < kills && done > (operations * (killed + 1)) / (kills + 1);
    if (!isTime || revival || !isWrite(request) || request.service !== 'table') return faults.rule(request);
    killed += 1;
    bot.kill();
    revival = bot.replace().finally(() => (revival = undefined));
    // What the dead process was just writing is there, or is not: nobody knows.
    return random() < 0.5 ? { kind: 'carried-out-then', blow: { kind: 'silence' } } : { kind: 'silence' };
  };
  const work = async (desk: Desk) => {
    while (done < operations) {
      done += 1;
      await drawOperation(desk.random)(desk);
      if (values.verbose && done % 50 === 0) console.error(JSON.stringify({ done, ...tally, ...faults.counts }));
    }
  };
  await Promise.all(desks.map(work));
  await revival;
  proxy.rule = undefined;

  const untoldHr = () => {
    const cards = JSON.stringify(connector.current(hr.conversationId));
    return [...model.questions].filter((question) => !cards.includes(question));
  };
  for (let waited = 0; untoldHr().length > 0 && waited < QUIET_MS; waited += 500) await pause(500);
  // What Teams may have got, for all that anybody knows, is said to be so in the ledger, where HR decides: it is not lost.
  const cards = await cardsOf(connectionString, untoldHr());
  if (values.verbose) cards.forEach((card) => console.error(JSON.stringify(card)));
  const verdict = await judge(connectionString, model, TERTIAL);
  const missing = cards.filter(({ state }) => state !== 'uncertain');
  verdict.lost.push(...missing.map(({ text, state, cause }) => `HR's card of "${text}": ${state} ${cause}`));
  const { lost, doubled, torn } = verdict;
  for (const line of [...lost, ...doubled, ...torn].slice(0, 50)) console.error(line);
  console.log(
    JSON.stringify({
      ...{ bench: 'faults', seed, people: people.length, operations: done, kills: killed },
      ...{ lost: lost.length, doubled: doubled.length, torn: torn.length },
      presses: tally,
      kept: {
        answers: model.answers.length,
        ticks: model.ticks.size,
        questions: model.questions.size,
        ratings: model.ratings.size,
        surveys: model.surveys.size,
      },
      uncertainCards: cards.length - missing.length,
      decidedOver: model.answers.filter(({ decidedOver }) => decidedOver > 0).length,
      storage: { requests: proxy.requests, ...faults.counts },
      seconds: Math.round((performance.now() - started) / 100) / 10,
    }),
  );
  if (lost.length + doubled.length + torn.length + tally.untold > 0) process.exitCode = 1;
} finally {
  await bot.stop();
  await proxy.close();
  await connector.stop();
  await azurite.stop();
}
