/**
 * What does one turn cost? A question to the bot over HTTP, once with its storage in Azurite and once in memory, against
 * the barest botbuilder bot, in one run: three processes of their own, all replying to the same stand-in connector.
 * Prints one JSON line; times are milliseconds from sending the activity until both the HTTP answer and the reply at the
 * connector are there. One turn at a time: latency, not throughput.
 *
 *   npm run -s bench:turn [-- --turns 420]
 */
import { parseArgs } from 'node:util';
import { startAzurite } from '../support/azurite.js';
import { createUser, startConnector, type User } from '../support/connector/index.js';
import { freePorts } from '../support/free-ports.js';
import { type Program, startProgram } from '../support/program.js';
import { round, type Spread, spreadOf } from './percentile.js';

const QUESTION = 'Hur hög är sjukfrånvaron i förskolan?';
/** What a right reply of the bot holds: a bench of error messages would measure nothing. */
const ANSWER = '9,8';
const WARM_UP_TURNS = 60;
/** Small, so that whatever else the machine does meets all bots alike. */
const BATCH = 10;

interface Contestant {
  readonly name: string;
  readonly url: string;
  readonly user: User;
  readonly expects: string;
  readonly times: number[];
}

const { values } = parseArgs({ options: { turns: { type: 'string', default: '420' } } });
const laps = Math.ceil(Number(values.turns) / BATCH);
if (!(laps > 0)) throw new Error(`--turns ${values.turns}: a number above 0 is needed.`);

const programs: Program[] = [];
const connector = await startConnector();
try {
  const azurite = await startAzurite();
  programs.push(azurite);
  const realBot = ['bin/run.mjs', 'src/main.ts'];
  const storage = { STORAGE: 'azure', STORAGE_CONNECTION_STRING: azurite.connectionString, STORAGE_TABLE_URL: '' };
  const echo = await enter('echo bot', ['bin/run.mjs', 'test/bench/echo-bot.ts'], QUESTION);
  const withAzurite = await enter('bot with Azurite', realBot, ANSWER, storage);
  const inMemory = await enter('bot in memory', realBot, ANSWER, { STORAGE: 'memory' });
  const contestants = [echo, withAzurite, inMemory];

  for (const contestant of contestants) await run(contestant, WARM_UP_TURNS);
  for (const { times } of contestants) times.length = 0;

  const callsBefore = await storageCalls(withAzurite);
  for (let lap = 0; lap < laps; lap += 1) {
    // Each goes first, second and last equally often.
    for (let place = 0; place < contestants.length; place += 1) {
      const contestant = contestants[(lap + place) % contestants.length];
      if (contestant) await run(contestant, BATCH);
    }
  }
  const turns = laps * BATCH;
  const calls = (await storageCalls(withAzurite)) - callsBefore;

  const bare = spreadOf(echo.times);
  console.log(
    JSON.stringify({
      bench: 'turn',
      turns,
      echo: bare,
      azurite: { ...against(bare, spreadOf(withAzurite.times)), storageCallsPerTurn: round(calls / turns) },
      memory: against(bare, spreadOf(inMemory.times)),
      node: process.version,
    }),
  );
} finally {
  for (const program of programs.reverse()) await program.stop();
  await connector.stop();
}

/** Starts one bot and gives it one person to talk with. */
async function enter(name: string, args: string[], expects: string, env: NodeJS.ProcessEnv = {}): Promise<Contestant> {
  const [port = 0] = await freePorts(1);
  const url = `http://127.0.0.1:${port}`;
  const listening = { HOST: '127.0.0.1', PORT: String(port), UBARA_ENVIRONMENT: 'local', METRICS: 'true' };
  // The look for a new directory comes by the clock, not by the turn, and would be counted among the turns' calls.
  // Nobody types so fast: the limit of turns a minute would answer instead.
  const quiet = { DIRECTORY_REFRESH_SECONDS: '3600', SENDS: 'false', TURNS_PER_MINUTE: '100000' };
  programs.push(await startProgram({ name, args, env: { ...listening, ...quiet, ...env }, ready: `${url}/healthz` }));
  const user = createUser({
    botUrl: url,
    connector,
    id: `29:${port}`,
    aadObjectId: '11111111-1111-4111-8111-111111111111',
    name: 'Karin Lindqvist',
    tenantId: '99999999-9999-4999-8999-999999999999',
  });
  return { name, url, user, expects, times: [] };
}

async function run(contestant: Contestant, turns: number): Promise<void> {
  // What was received is not needed any more, and must not grow while time is taken.
  connector.reset();
  for (let turn = 0; turn < turns; turn += 1) contestant.times.push(await timeTurn(contestant));
}

async function timeTurn({ name, user, expects }: Contestant): Promise<number> {
  const start = performance.now();
  const [answer, reply] = await Promise.all([
    user.say(QUESTION),
    connector.waitFor(
      ({ conversationId, body }) => conversationId === user.conversationId && body?.type === 'message',
      5000,
      connector.received.length,
    ),
  ]);
  const time = performance.now() - start;
  if (answer.status !== 200 || !reply.raw.includes(expects)) {
    throw new Error(`${name} answered ${answer.status} and said: ${reply.raw.slice(0, 500)}`);
  }
  return time;
}

/** How often the bot has asked storage for something since it started. */
async function storageCalls({ url }: Contestant): Promise<number> {
  const metrics: unknown = await (await fetch(`${url}/metrics`)).json();
  if (typeof metrics === 'object' && metrics !== null && 'storageCalls' in metrics) return Number(metrics.storageCalls);
  throw new Error(`${url}/metrics has no storageCalls: ${JSON.stringify(metrics)}`);
}

function against(bare: Spread, spread: Spread): Spread & { ratio50: number; ratio95: number } {
  return { ...spread, ratio50: round(spread.p50 / bare.p50), ratio95: round(spread.p95 / bare.p95) };
}
