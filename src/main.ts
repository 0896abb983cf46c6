import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { existsSync } from 'node:fs';
import { joinFeatures } from './actions/index.js';
import { askFeature, createAsk, createPassageIndexer, createSubjects } from './ask/index.js';
import { createBot, createDispatcher } from './bot/index.js';
import { clockStartingAt, systemClock } from './calendar/index.js';
import { loadCards } from './cards/index.js';
import { type Config, readConfig } from './config.js';
import { messageOf } from './errors.js';
import { createQuestionCounter, feedbackFeature } from './feedback/index.js';
import { startHttp } from './http/index.js';
import { loadKnowledge } from './knowledge/index.js';
import { createLog, type Logger } from './log.js';
import { createLiveDirectory, peopleFeature } from './people/index.js';
import { createLivePassages } from './passages/index.js';
import {
  openAudit,
  openConversations,
  openFeedback,
  openPassages,
  openPeople,
  openStorage,
  type Storage,
} from './storage/index.js';

/** How long turns under way may take when the bot is told to stop. The host must grant a little more before it kills the process. */
const GRACE_MS = 20_000;

export interface RunningBot {
  readonly port: number;
  /** Takes no more work, finishes what is under way, lets go of everything. */
  stop(): Promise<void>;
}

/** The composition root: everything is made here, once, and handed to whom it concerns. */
export async function startBot(
  config: Config,
  log: Logger,
  storage: Storage = openStorage(config.storage),
): Promise<RunningBot> {
  const clock = config.testNow ? clockStartingAt(config.testNow) : systemClock;
  const cards = loadCards(config.cardsDir);
  const knowledge = loadKnowledge(config.knowledgeDir, clock());
  await storage.prepare();
  const directory = createLiveDirectory({ store: openPeople(storage), clock });
  const passages = createLivePassages({ store: openPassages(storage), index: createPassageIndexer(knowledge) });
  const refreshPassages = () =>
    passages
      .refresh()
      .catch((error: unknown) =>
        log.warn({ error }, 'imported passages could not be refreshed; the old ones are used'),
      );
  // A document that is replaced while it is read is no reason not to start: the next refresh reads it.
  await Promise.all([directory.refresh(), refreshPassages()]);

  const stores = openFeedback(storage);
  const counter = createQuestionCounter(stores.counts, randomUUID());
  const ask = askFeature({ ask: createAsk(knowledge, passages), knowledge, onAnswered: counter.count });
  const feedback = feedbackFeature({
    stores,
    subjects: createSubjects(knowledge),
    directory,
    again: ask.again,
    flushCounts: counter.flush,
  });
  const registry = joinFeatures([ask.feature, peopleFeature({ directory }), feedback.feature]);
  const dispatcher = createDispatcher({
    registry,
    audit: openAudit(storage),
    answer: ask.answer,
    loop: feedback.loop,
  });
  const turns: Record<string, number> = {};
  const bot = createBot({
    credentials: config.bot,
    homeTenant: config.bot.tenantId,
    defaultLocale: config.defaultLocale,
    contextIdleMs: config.contextIdleMs,
    directory,
    conversations: openConversations(storage),
    dispatcher,
    bind: (view, locale) => cards.bind(view, locale),
    welcome: ask.welcome,
    clock,
    log,
    onTurn: (kind, outcome) => {
      turns[`${kind} ${outcome}`] = (turns[`${kind} ${outcome}`] ?? 0) + 1;
      log.info({ kind, outcome }, 'turn');
    },
  });

  const http = await startHttp({
    host: config.host,
    port: config.port,
    log,
    processActivity: (req, res) => bot.process(req, res),
    ready: () => storage.ping(),
    metrics: config.metrics
      ? () => ({ turns, storageCalls: storage.calls(), directory: directory.status(), imported: passages.status() })
      : undefined,
  });
  const refresh = setInterval(() => {
    directory
      .refresh()
      .catch((error: unknown) => log.warn({ error }, 'the directory could not be refreshed; the old one is used'));
    void refreshPassages();
  }, config.directoryRefreshMs);
  const flush = setInterval(() => {
    counter.flush().catch((error: unknown) => log.warn({ error }, 'the counts could not be written; they are kept'));
  }, config.countsFlushMs);
  log.info(
    {
      port: http.port,
      storage: storage.kind,
      people: directory.size,
      routines: knowledge.routines.length,
      imported: passages.status(),
    },
    'ready',
  );
  return {
    port: http.port,
    async stop() {
      clearInterval(refresh);
      clearInterval(flush);
      await http.close();
      // After the last turn, which may have counted something.
      await counter.flush().catch((error: unknown) => log.warn({ error }, 'the last counts could not be written'));
    },
  };
}

/** False when `work` takes longer than `ms` milliseconds; it goes on all the same. */
export async function isDoneWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  try {
    return await Promise.race([work.then(() => true), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  let config: Config;
  try {
    config = readConfig(process.env);
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    process.exitCode = 1;
    return;
  }
  const log = createLog(config.logLevel);
  try {
    const bot = await startBot(config, log);
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        log.info({ signal }, 'stopping');
        void isDoneWithin(GRACE_MS, bot.stop()).then((isDone) => {
          if (!isDone) log.warn({ graceMs: GRACE_MS }, 'turns under way were cut off');
          process.exit(isDone ? 0 : 1);
        });
      });
  } catch (error) {
    log.fatal({ error }, 'could not start');
    process.stderr.write(`${messageOf(error)}\n`);
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
