/**
 * Two hundred managers at once: each does something every ten seconds, over HTTP, for a minute: asks a question, or answers an item of a
 * follow-up round. The pace is theirs, not the bot's: whoever is late does not slow the next one down. Then the same writes are sent
 * straight to Azurite at the same pace, which shows how much of the time is Azurite's. Prints one JSON line; times in milliseconds,
 * from the press to the answer of the bot and, for a question, its message in the chat.
 *
 *   npm run -s bench:load [-- --managers 200 --seconds 60 --every 10]
 */
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { openStorage } from '../../src/storage/index.js';
import { startAzurite } from '../support/azurite.js';
import { startConnector } from '../support/connector/index.js';
import { atPace } from './load/at-pace.js';
import { straightWrites } from './load/straight-writes.js';
import { createManager, type Turn } from './load/manager.js';
import { round, spreadOf } from './percentile.js';
import { startBotProcess } from './support/bot-process.js';
import { hire, managers, openRound, userOf } from './support/staff.js';

const { values } = parseArgs({
  options: {
    managers: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '60' },
    every: { type: 'string', default: '10' },
  },
});
const number = (name: keyof typeof values): number => {
  const value = Number(values[name]);
  if (!(value > 0)) throw new Error(`--${name} ${values[name]}: a number above 0 is needed.`);
  return value;
};
const [count, seconds, every] = [Math.ceil(number('managers')), number('seconds'), number('every')];
const ACTIVITIES = 6;
const MB = 1024 ** 2;

const azurite = await startAzurite();
const connector = await startConnector();
const now = new Date();
const storage = openStorage({ kind: 'connection-string', connectionString: azurite.connectionString });
await storage.prepare();
const people = managers(count, 1);
await hire(storage, people, now);
const followUp = await openRound(storage, people, { activities: ACTIVITIES, now });
const bot = await startBotProcess({ connectionString: azurite.connectionString, env: { SENDS: 'false' } });
try {
  const crew = people.map((person) =>
    createManager(userOf(person, connector, bot.url), { person, round: followUp, activities: ACTIVITIES }),
  );
  // Everybody is met once, so that the bot is warm and each chat is known.
  for (let from = 0; from < crew.length; from += 10)
    await Promise.all(crew.slice(from, from + 10).map((manager) => manager.hello()));
  const [rssStart, cpuStart, callsBefore] = [bot.rss(), bot.cpuMs(), (await bot.metrics()).storageCalls];

  const turns: Turn[] = [];
  const overMs = await atPace({ people: count, seconds, every }, async (person) => {
    turns.push(await crew[person]!.act());
  });
  const calls = (await bot.metrics()).storageCalls - callsBefore;
  const [rssEnd, cpuMs] = [bot.rss(), bot.cpuMs() - cpuStart];

  const writes = await straightWrites(storage, { people, round: followUp, seconds, every });
  const timesOf = (kind: Turn['kind']) => turns.filter((turn) => turn.kind === kind && !turn.error).map(({ ms }) => ms);
  const errors = turns.flatMap(({ error }) => (error === undefined ? [] : [error]));
  for (const error of new Set(errors)) console.error(error);
  console.log(
    JSON.stringify({
      ...{
        bench: 'load',
        managers: count,
        seconds,
        every,
        turns: turns.length,
        perSecond: round(turns.length / (overMs / 1000)),
      },
      all: spreadOf(turns.map(({ ms }) => ms)),
      questions: { turns: timesOf('question').length, ...spreadOf(timesOf('question')) },
      answers: { turns: timesOf('answer').length, ...spreadOf(timesOf('answer')) },
      errors: errors.length,
      storageCallsPerTurn: round(calls / turns.length),
      botCpuMsPerTurn: round(cpuMs / turns.length),
      straightToAzurite: writes,
      machine: { cores: availableParallelism(), loadAverage: round(loadavg()[0]!) },
      rssMb: { start: Math.round(rssStart / MB), end: Math.round(rssEnd / MB) },
      node: process.version,
    }),
  );
  if (errors.length > 0) process.exitCode = 1;
} finally {
  await bot.stop();
  await connector.stop();
  await azurite.stop();
}
