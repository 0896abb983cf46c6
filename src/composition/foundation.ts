import type { View } from '../actions/index.js';
import { createPassageIndexer } from '../ask/index.js';
import { type Clock, clockStartingAt, type Locale, systemClock } from '../calendar/index.js';
import { loadCards } from '../cards/index.js';
import type { Config } from '../config.js';
import { loadKnowledge } from '../knowledge/index.js';
import type { Logger } from '../log.js';
import { createLivePassages } from '../passages/index.js';
import { createLiveDirectory } from '../people/index.js';
import { openPassages, openPeople, openStorage, type Storage } from '../storage/index.js';

export type Foundation = Awaited<ReturnType<typeof layFoundation>>;

/** What everything else stands on: settings, clock, storage that is prepared, what the bot knows and whom it knows. */
export async function layFoundation(config: Config, log: Logger, storage: Storage = openStorage(config.storage)) {
  const clock: Clock = config.testNow ? clockStartingAt(config.testNow) : systemClock;
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

  return {
    config,
    log,
    clock,
    storage,
    bind: (view: View, locale: Locale) => cards.bind(view, locale),
    knowledge,
    directory,
    passages,
    /** Looks for a newer directory and newer documents now and then, until the function that it gives is called. */
    keepFresh(): () => void {
      const timer = setInterval(() => {
        directory
          .refresh()
          .catch((error: unknown) => log.warn({ error }, 'the directory could not be refreshed; the old one is used'));
        void refreshPassages();
      }, config.directoryRefreshMs);
      return () => clearInterval(timer);
    },
  };
}
