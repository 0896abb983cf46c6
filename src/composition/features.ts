import { randomUUID } from 'node:crypto';
import { joinFeatures } from '../actions/index.js';
import { type Ask, askFeature, createSubjects, EMPTY_CONTEXT, type Phase } from '../ask/index.js';
import { createQuestionCounter, feedbackFeature, type Figures } from '../feedback/index.js';
import {
  type Broadcast,
  broadcastFeature,
  type Counts,
  type Composers,
  draftValuesSchema,
} from '../broadcast/index.js';
import { peopleFeature } from '../people/index.js';
import { auditFeature } from '../privacy/index.js';
import { publishingFeature } from '../publishing/index.js';
import { questionsFeature } from '../questions/index.js';
import {
  openAuditReader,
  openDrafts,
  openFeedback,
  openHrChannels,
  openLiveCards,
  openPublished,
  openQuestions,
  openReaches,
} from '../storage/index.js';
import type { Answering } from './answering.js';
import type { Foundation } from './foundation.js';
import { makeExitFeature } from './exit.js';
import { makePlanFeature } from './plan.js';
import type { Sending } from './sending.js';

export type Features = ReturnType<typeof makeFeatures>;

/** Every feature, with what it needs from outside, joined. */
export function makeFeatures(foundation: Foundation, sending: Sending, answering: Answering) {
  const { storage, directory, guard, config, log } = foundation;
  const { ask: answer, knowledge, published } = answering;
  const stores = openFeedback(storage);
  const counter = createQuestionCounter(stores.counts, randomUUID());
  const ask = askFeature({ ask: answer, knowledge, published, sources: answering.sources, onAnswered: counter.count });
  const feedback = feedbackFeature({
    stores,
    subjects: createSubjects(knowledge, published),
    again: ask.again,
    guard,
    flushCounts: counter.flush,
  });
  const broadcast = makeBroadcastFeature(foundation, sending);
  const { questions, publishing } = makeQuestionFeatures(foundation, sending, {
    ask: answer,
    figures: feedback.figures,
    onPublished: () => void answering.refreshPublished(),
  });
  const plan = makePlanFeature(foundation, sending);
  const exit = makeExitFeature(foundation, sending, answering);
  const composers: Composers = { ...broadcast.composers, ...questions.composers, ...plan.composers, ...exit.composers };
  return {
    registry: joinFeatures([
      ask.feature,
      peopleFeature({ directory }),
      feedback.feature,
      broadcast.feature,
      questions.feature,
      publishing,
      plan.feature,
      auditFeature({ lines: openAuditReader(storage), directory }),
      exit.feature,
    ]),
    composers,
    jobs: exit.jobs,
    /** Told by the engine how each broadcast goes. */
    onProgress(one: Broadcast, counts: Counts): void {
      broadcast.watch.noticed(one, counts);
      plan.onProgress(one, counts);
      questions
        .onProgress(one, counts)
        .catch((error: unknown) => log.warn({ error }, "HR's cards of a question could not be brought up to date"));
    },
    /** Tells of what a process that died stored and told nobody of. */
    catchUp: (now: Date) => Promise.all([questions.catchUp(now), exit.catchUp(), sending.rounds.catchUp()]),
    stopWatching: () => Promise.all([broadcast.watch.stop(), plan.stopWatching()]),
    answer: ask.answer,
    loop: feedback.loop,
    welcome: ask.welcome,
    /** Writes what is counted now and then, and a last time when the function that it gives is called. */
    keepCounts(): () => Promise<void> {
      const timer = setInterval(() => {
        counter
          .flush()
          .catch((error: unknown) => log.warn({ error }, 'the counts could not be written; they are kept'));
      }, config.countsFlushMs);
      return async () => {
        clearInterval(timer);
        await counter.flush().catch((error: unknown) => log.warn({ error }, 'the last counts could not be written'));
      };
    },
  };
}

function makeBroadcastFeature(
  { storage, directory, guard, bind, config, clock, log, times }: Foundation,
  sending: Sending,
) {
  const { engine, liveCards, courier, reminders } = sending;
  return broadcastFeature({
    broadcasts: engine.broadcasts,
    ledger: engine.ledger,
    pace: engine.pace,
    liveCards,
    courier,
    drafts: openDrafts(storage, 'broadcast', draftValuesSchema),
    reaches: openReaches(storage),
    directory,
    guard,
    sizeOf: (view, locale) => Buffer.byteLength(JSON.stringify(bind(view, locale))),
    perSecond: config.sendsPerSecond,
    remind: (one, now) => reminders.now(one, now),
    clock,
    log,
    times,
  });
}

/** Questions to HR, and their answers as routines. */
function makeQuestionFeatures(
  { storage, directory, guard }: Foundation,
  { engine, liveCards }: Sending,
  { ask, figures, onPublished }: { readonly ask: Ask; readonly figures: Figures; readonly onPublished: () => void },
) {
  const [sent, publications] = [openQuestions(storage), openPublished(storage)];
  const questions = questionsFeature({
    questions: sent,
    channels: openHrChannels(storage),
    cards: liveCards,
    directory,
    guard,
    figures,
    reaches: openReaches(storage),
    sendings: openLiveCards(storage),
    counts: (organisation, broadcast) => engine.broadcasts.counts(organisation, broadcast),
    isPublished: async (organisation, id) => {
      const found = await publications.find(organisation, id);
      return found !== undefined && !found.publication.isWithdrawn;
    },
  });
  const publishing = publishingFeature({
    store: publications,
    questions: sent,
    news: questions.news,
    guard,
    directory,
    phaseOf: (question, at) => phaseOf(ask, question, at),
    onPublished,
  });
  return { questions, publishing };
}

/** The phase of the routine that answers it; undefined where none does. */
function phaseOf(ask: Ask, question: string, now: Date): Phase | undefined {
  return ask({ question, now, context: EMPTY_CONTEXT }).answer.phase;
}
