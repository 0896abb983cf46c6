import { type AnswerSource, type Ask, createAsk, createPassageIndexer, createShelfIndexer } from '../ask/index.js';
import { createExitAnswers } from '../exit/index.js';
import { once } from '../once.js';
import { createLivePassages } from '../passages/index.js';
import { createPlanAnswers } from '../plan/index.js';
import { createLivePublished } from '../publishing/index.js';
import { openExitCases, openPassages, openPlans, openPublished, openRounds } from '../storage/index.js';
import { exitGround } from './exit-ground.js';
import type { Foundation } from './foundation.js';

export type Answering = ReturnType<typeof makeAnswering>;

/**
 * What the bot knows and answers from. Nothing of it is loaded before somebody asks: a worker only sends, and is there two
 * seconds earlier when it takes the place of a dead one.
 */
export function makeAnswering({ config, storage, materials, log, directory }: Foundation) {
  const { knowledge } = materials;
  const indexPassages = once(() => createPassageIndexer(knowledge()));
  const indexShelf = once(() => createShelfIndexer(knowledge()));
  const passages = createLivePassages({
    store: openPassages(storage),
    index: (...wanted) => indexPassages()(...wanted),
  });
  const published = createLivePublished({
    store: openPublished(storage),
    index: (...wanted) => indexShelf()(...wanted),
  });
  const ask = once(() => createAsk(knowledge(), passages, published));

  const plan = once(() =>
    createPlanAnswers({
      words: materials.planWords(),
      knowledge: knowledge(),
      directory,
      rounds: openRounds(storage),
      plans: openPlans(storage),
    }),
  );
  const exit = once(() =>
    createExitAnswers({
      words: materials.exitWords(),
      knowledge: knowledge(),
      directory,
      cases: openExitCases(storage),
      ...exitGround(materials, directory),
    }),
  );
  const sources: readonly AnswerSource[] = [
    { kind: 'exit', claim: (question) => exit().claim(question) },
    { kind: 'plan', claim: (question) => plan().claim(question) },
  ];

  const refreshPassages = () =>
    passages
      .refresh()
      .catch((error: unknown) =>
        log.warn({ error }, 'imported passages could not be refreshed; the old ones are used'),
      );
  const refreshPublished = () =>
    published
      .refresh()
      .catch((error: unknown) =>
        log.warn({ error }, 'published answers could not be refreshed; the old ones are used'),
      );

  return {
    knowledge,
    passages,
    published,
    refreshPublished,
    sources,
    ask: ((question) => ask()(question)) satisfies Ask,
    /** Loads all of it unless told `later`, so that the first who asks does not wait. Throws for knowledge that is faulty. */
    async prepare({ later = false } = {}): Promise<void> {
      if (!later) {
        ask();
        plan();
        exit();
      }
      // A document that is replaced while it is read is no reason not to start: the next refresh reads it.
      await Promise.all([refreshPassages(), refreshPublished()]);
    },
    /** Looks for newer documents and newer published answers now and then, until the function that it gives is called. */
    keepFresh(): () => void {
      const documents = setInterval(() => void refreshPassages(), config.directoryRefreshMs);
      // More often than the rest: a change must be live within 15 seconds, the making of its shelf included.
      const answers = setInterval(() => void refreshPublished(), config.directoryRefreshMs / 3);
      return () => {
        clearInterval(documents);
        clearInterval(answers);
      };
    },
  };
}
