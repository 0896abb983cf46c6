import type { View } from '../actions/index.js';
import { createPassageIndexer, createShelfIndexer } from '../ask/index.js';
import { type Clock, clockStartingAt, type Locale, systemClock } from '../calendar/index.js';
import { loadCards } from '../cards/index.js';
import type { Config } from '../config.js';
import { createFiles } from '../files/index.js';
import { loadKnowledge, loadSensitiveWords } from '../knowledge/index.js';
import type { Logger } from '../log.js';
import { createLivePassages } from '../passages/index.js';
import { createLiveDirectory } from '../people/index.js';
import { createGuard } from '../privacy/index.js';
import { createLivePublished } from '../publishing/index.js';
import {
  openAudit,
  openKeptFiles,
  openPassages,
  openPeople,
  openPublished,
  openStorage,
  type Storage,
} from '../storage/index.js';

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
  const published = createLivePublished({ store: openPublished(storage), index: createShelfIndexer(knowledge) });
  const refreshPublished = () =>
    published
      .refresh()
      .catch((error: unknown) =>
        log.warn({ error }, 'published answers could not be refreshed; the old ones are used'),
      );
  // A document that is replaced while it is read is no reason not to start: the next refresh reads it.
  await Promise.all([directory.refresh(), refreshPassages(), refreshPublished()]);

  return {
    config,
    log,
    clock,
    storage,
    bind: (view: View, locale: Locale) => cards.bind(view, locale),
    knowledge,
    directory,
    passages,
    published,
    refreshPublished,
    files: createFiles({ store: openKeptFiles(storage), audit: openAudit(storage), log }),
    guard: createGuard(loadSensitiveWords(config.knowledgeDir)),
    /** Looks for a a newer directory, newer documents and newer published answers now and then, until the function that it gives is called. */
    keepFresh(): () => void {
      const timer = setInterval(() => {
        directory
          .refresh()
          .catch((error: unknown) => log.warn({ error }, 'the directory could not be refreshed; the old one is used'));
        void refreshPassages();
      }, config.directoryRefreshMs);
      // More often than the rest: a change must be live within 15 seconds, the making of its shelf included.
      const often = setInterval(() => void refreshPublished(), config.directoryRefreshMs / 3);
      return () => {
        clearInterval(timer);
        clearInterval(often);
      };
    },
  };
}
