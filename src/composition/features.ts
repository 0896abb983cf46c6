import { randomUUID } from 'node:crypto';
import { joinFeatures } from '../actions/index.js';
import { type Ask, askFeature, createAsk, createSubjects, EMPTY_CONTEXT, type Phase } from '../ask/index.js';
import { createQuestionCounter, feedbackFeature } from '../feedback/index.js';
import { peopleFeature } from '../people/index.js';
import { publishingFeature } from '../publishing/index.js';
import { questionsFeature } from '../questions/index.js';
import { openFeedback, openLiveCards, openPublished, openQuestions, openReaches } from '../storage/index.js';
import type { Foundation } from './foundation.js';
import type { Sending } from './sending.js';

export type Features = ReturnType<typeof makeFeatures>;

/** Every feature, with what it needs from outside, joined. */
export function makeFeatures(foundation: Foundation, { engine, liveCards }: Sending) {
  const { storage, knowledge, passages, published, directory, guard, config, log } = foundation;
  const stores = openFeedback(storage);
  const counter = createQuestionCounter(stores.counts, randomUUID());
  const answer = createAsk(knowledge, passages, published);
  const ask = askFeature({ ask: answer, knowledge, onAnswered: counter.count });
  const feedback = feedbackFeature({
    stores,
    subjects: createSubjects(knowledge, published),
    again: ask.again,
    guard,
    flushCounts: counter.flush,
  });
  const [sentQuestions, publications] = [openQuestions(storage), openPublished(storage)];
  const questions = questionsFeature({
    questions: sentQuestions,
    cards: liveCards,
    directory,
    guard,
    figures: feedback.figures,
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
    questions: sentQuestions,
    news: questions.news,
    guard,
    directory,
    phaseOf: (question, at) => phaseOf(answer, question, at),
    onPublished: () => void foundation.refreshPublished(),
  });
  return {
    registry: joinFeatures([
      ask.feature,
      peopleFeature({ directory }),
      feedback.feature,
      questions.feature,
      publishing,
    ]),
    composers: questions.composers,
    onProgress: questions.onProgress,
    catchUp: questions.catchUp,
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

/** The phase of the routine that comes closest; where none does, the first. */
function phaseOf(ask: Ask, question: string, now: Date): Phase {
  return ask({ question, now, context: EMPTY_CONTEXT }).answer.phase ?? 'utveckla';
}
