import { randomUUID } from 'node:crypto';
import { joinFeatures } from '../actions/index.js';
import { askFeature, createAsk, createSubjects } from '../ask/index.js';
import { createQuestionCounter, feedbackFeature } from '../feedback/index.js';
import { peopleFeature } from '../people/index.js';
import { openFeedback } from '../storage/index.js';
import type { Foundation } from './foundation.js';

export type Features = ReturnType<typeof makeFeatures>;

/** Every feature, with what it needs from outside, joined. */
export function makeFeatures({ storage, knowledge, passages, directory, config, log }: Foundation) {
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
  return {
    registry: joinFeatures([ask.feature, peopleFeature({ directory }), feedback.feature]),
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
