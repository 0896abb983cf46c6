import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type Feature, joinFeatures } from '../../../src/actions/index.js';
import { askFeature, createAsk, createSubjects } from '../../../src/ask/index.js';
import { type Bot, createBot, createDispatcher } from '../../../src/bot/index.js';
import type { PressBudget } from '../../../src/bot/press-in-time.js';
import { clockStartingAt, systemClock } from '../../../src/calendar/index.js';
import { loadCards } from '../../../src/cards/index.js';
import { type Config, readConfig } from '../../../src/config.js';
import { feedbackFeature } from '../../../src/feedback/index.js';
import { createFiles, createMayTake } from '../../../src/files/index.js';
import { startHttp } from '../../../src/http/index.js';
import { loadKnowledge, loadSensitiveWords } from '../../../src/knowledge/index.js';
import { createGuard } from '../../../src/privacy/index.js';
import { createDirectory, planImport } from '../../../src/people/index.js';
import {
  auditTable,
  conversationsTable,
  openAudit,
  openConversations,
  openFeedback,
  openKeptFiles,
  openPeople,
  openStorage,
  questionCountsTable,
  ratingsTable,
  questionHandlingTable,
  questionsTable,
  type Storage,
  type TableDefinition,
} from '../../../src/storage/index.js';
import {
  type Connector,
  createUser,
  startConnector,
  type User,
  type UserOptions,
} from '../../support/connector/index.js';
import { type BreakableStorage, breakable } from './breakable-storage.js';
import { createLogLines, type LogLines } from './log-lines.js';
import { PEOPLE, TENANT } from './people.js';
import { startBot } from '../../support/start.js';

export const KNOWLEDGE_DIR = 'test/support/knowledge';

/** What the bot keeps, as the tests read it. */
export interface Rows {
  conversations(): Promise<Awaited<ReturnType<typeof readConversations>>>;
  audit(): Promise<Awaited<ReturnType<typeof readAudit>>>;
  /** Of what feedback keeps. */
  ratings(): Promise<Awaited<ReturnType<typeof readRatings>>>;
  sentQuestions(): Promise<Awaited<ReturnType<typeof readSentQuestions>>>;
}

export interface Stage extends Rows {
  readonly connector: Connector;
  readonly storage: BreakableStorage;
  readonly log: LogLines;
  readonly url: string;
  /** Who is in the directory that files ask; only with features of the test's own. */
  readonly people: { leave(id: string): void; back(): void };
  /** The bot's own door; only with features of the test's own. */
  readonly bot: Bot;
  user(person: { id: string; name: string }, about?: Partial<UserOptions>): User;
}

export interface StageOptions {
  /** Settings of the bot beside those of testConfig. */
  readonly env?: NodeJS.ProcessEnv;
  /** Joined with ask/: the test composes the bot itself. Without them, main.ts does. */
  readonly features?: readonly Feature[];
  /** How long a press may take; only with features of the test's own. */
  readonly pressBudget?: PressBudget;
}

/** A configuration for tests: the small knowledge, storage in memory, one tenant. */
export function testConfig(env: NodeJS.ProcessEnv = {}): Config {
  return readConfig({
    PORT: '0',
    STORAGE: 'memory',
    KNOWLEDGE_DIR,
    BOT_TENANT_ID: TENANT,
    DIRECTORY_REFRESH_SECONDS: '3600',
    COUNTS_FLUSH_SECONDS: '3600',
    JOBS_LOOK_SECONDS: '1',
    // A sender looks for work once a second, which tests that count storage calls must not meet.
    SENDS: 'false',
    // One person of a test does what takes many a day.
    TURNS_PER_MINUTE: '100000',
    ...env,
  });
}

/** Puts the invented people into the directory. */
export async function seedPeople(storage: Storage): Promise<void> {
  await storage.prepare();
  const plan = planImport({ current: [], incoming: PEOPLE, removeMissing: false });
  await openPeople(storage).apply(plan, { generation: undefined, now: new Date('2026-01-01T08:00:00Z') });
}

/** One bot and one stand-in for Teams for a test file; each test starts with nothing said, kept or logged. */
export function useStage({ features, env, pressBudget }: StageOptions = {}): Stage {
  let connector: Connector;
  let port: number;
  let composed: Composed | undefined;
  let stop: () => Promise<void>;
  const storage = breakable(openStorage({ kind: 'memory' }));
  const log = createLogLines();
  const gone = new Set<string>();

  beforeAll(async () => {
    connector = await startConnector();
    await seedPeople(storage);
    if (features) composed = await compose(features, storage, { log, config: testConfig(env), gone, pressBudget });
    const running = composed ?? (await startBot(testConfig(env), log.log, storage));
    ({ port } = running);
    stop = () => running.stop();
  });
  beforeEach(async () => {
    connector.reset();
    storage.fails = undefined;
    storage.waits = undefined;
    for (const table of [
      conversationsTable,
      auditTable,
      ratingsTable,
      questionCountsTable,
      questionsTable,
      questionHandlingTable,
    ])
      await empty(storage, table as unknown as TableDefinition);
    log.clear();
  });
  afterAll(async () => {
    await stop();
    await connector.stop();
  });

  return {
    storage,
    log,
    get connector() {
      return connector;
    },
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    get bot() {
      if (!composed) throw new Error('Only a stage with features of its own has the bot at hand.');
      return composed.bot;
    },
    people: {
      leave: (id) => void gone.add(id),
      back: () => gone.clear(),
    },
    user: (person, about) => createTestUser(connector, `http://127.0.0.1:${port}`, person, about),
    conversations: () => readConversations(storage),
    audit: () => readAudit(storage),
    ratings: () => readRatings(storage),
    sentQuestions: () => readSentQuestions(storage),
  };
}

/** Somebody in a personal chat of their own. */
export function createTestUser(
  connector: Connector,
  botUrl: string,
  { id, name }: { id: string; name: string },
  about: Partial<UserOptions> = {},
): User {
  return createUser({
    botUrl,
    connector,
    id: `29:${id}`,
    aadObjectId: id,
    name,
    tenantId: TENANT,
    conversationId: `a:${randomUUID()}`,
    ...about,
  });
}

interface Composed {
  readonly bot: Bot;
  readonly port: number;
  stop(): Promise<void>;
}

/** The bot as main.ts puts it together, with features of the test's own and the bot itself at hand. */
async function compose(
  features: readonly Feature[],
  storage: Storage,
  {
    log: { log },
    config,
    gone,
    pressBudget,
  }: {
    readonly log: LogLines;
    readonly config: Config;
    readonly gone: ReadonlySet<string>;
    readonly pressBudget?: PressBudget;
  },
): Promise<Composed> {
  const clock = config.testNow ? clockStartingAt(config.testNow) : systemClock;
  const cards = loadCards(config.cardsDir);
  const knowledge = loadKnowledge(config.knowledgeDir, clock());
  const ask = askFeature({ ask: createAsk(knowledge), knowledge: () => knowledge });
  const directory = createDirectory(PEOPLE);
  const stores = openFeedback(storage);
  const feedback = feedbackFeature({
    stores,
    subjects: createSubjects(() => knowledge),
    again: ask.again,
    guard: createGuard(loadSensitiveWords(config.knowledgeDir)),
    flushCounts: () => Promise.resolve(),
  });
  const files = createFiles({
    store: openKeptFiles(storage),
    mayTake: createMayTake({ find: (id) => (gone.has(id) ? undefined : directory.find(id)) }),
    audit: openAudit(storage),
    log,
  });
  const registry = joinFeatures([ask.feature, feedback.feature, ...features]);
  const bot = createBot({
    credentials: config.bot,
    homeTenant: config.bot.tenantId,
    defaultLocale: config.defaultLocale,
    contextIdleMs: config.contextIdleMs,
    turnsPerMinute: config.turnsPerMinute,
    files: { files, ...config.files },
    directory,
    conversations: openConversations(storage),
    dispatcher: createDispatcher({ registry, audit: openAudit(storage), answer: ask.answer, loop: feedback.loop }),
    bind: (view, locale) => cards.bind(view, locale),
    welcome: ask.welcome,
    pressBudget,
    clock,
    log,
    onTurn: (kind, outcome) => log.info({ kind, outcome }, 'turn'),
  });
  const http = await startHttp({
    host: config.host,
    port: 0,
    log,
    processActivity: (req, res) => bot.process(req, res),
    ready: () => storage.ping(),
    files: { take: (token) => files.take(token, clock()), look: (token) => files.look(token, clock()) },
  });
  return { bot, port: http.port, stop: () => http.close() };
}

async function readConversations(storage: Storage) {
  return collect(storage.table(conversationsTable).list());
}

async function readAudit(storage: Storage) {
  return collect(storage.table(auditTable).list());
}

async function readRatings(storage: Storage) {
  return collect(storage.table(ratingsTable).list());
}

async function readSentQuestions(storage: Storage) {
  return collect(storage.table(questionsTable).list());
}

async function empty(storage: Storage, definition: TableDefinition): Promise<void> {
  const table = storage.table(definition);
  for (const row of await collect(table.list()))
    await table.remove(definition.keys.partition(row), definition.keys.row(row));
}

async function collect<Row>(rows: AsyncIterable<{ readonly row: Row }>): Promise<Row[]> {
  const found: Row[] = [];
  for await (const { row } of rows) found.push(row);
  return found;
}
