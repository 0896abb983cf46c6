import { randomUUID } from 'node:crypto';
import { joinFeatures } from '../actions/index.js';
import { askFeature, createAsk, createSubjects } from '../ask/index.js';
import { createQuestionCounter, feedbackFeature } from '../feedback/index.js';
import { type Broadcast, broadcastFeature, type Counts, type Composers } from '../broadcast/index.js';
import { peopleFeature } from '../people/index.js';
import { openBroadcastDrafts, openFeedback, openReaches } from '../storage/index.js';
import type { Foundation } from './foundation.js';
import type { Sending } from './sending.js';

export type Features = ReturnType<typeof makeFeatures>;

/** Every feature, with what it needs from outside, joined. */
export function makeFeatures(foundation: Foundation, sending: Sending) {
  const { storage, knowledge, passages, directory, config, log } = foundation;
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
  const broadcast = makeBroadcastFeature(foundation, sending);
  const composers: Composers = { ...broadcast.composers };
  return {
    registry: joinFeatures([ask.feature, peopleFeature({ directory }), feedback.feature, broadcast.feature]),
    composers,
    /** Told by the engine how each broadcast goes. */
    onProgress: (one: Broadcast, counts: Counts) => broadcast.watch.noticed(one, counts),
    stopWatching: () => broadcast.watch.stop(),
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

function makeBroadcastFeature({ storage, directory, bind, config, clock, log }: Foundation, sending: Sending) {
  const { engine, liveCards, courier, reminders } = sending;
  return broadcastFeature({
    broadcasts: engine.broadcasts,
    ledger: engine.ledger,
    pace: engine.pace,
    liveCards,
    courier,
    drafts: openBroadcastDrafts(storage),
    reaches: openReaches(storage),
    directory,
    sizeOf: (view, locale) => Buffer.byteLength(JSON.stringify(bind(view, locale))),
    perSecond: config.sendsPerSecond,
    remind: (one, now) => reminders.now(one, now),
    clock,
    log,
  });
}
