import type { View } from '../actions/index.js';
import { type Times, TIMES } from '../broadcast/index.js';
import { type Clock, clockStartingAt, type Locale, systemClock } from '../calendar/index.js';
import type { Config } from '../config.js';
import { createFiles, createMayTake } from '../files/index.js';
import type { Logger } from '../log.js';
import { createLiveDirectory, refuseDemoPeople } from '../people/index.js';
import { createGuard } from '../privacy/index.js';
import { openAudit, openKeptFiles, openPeople, openStorage, type Storage, watchedStorage } from '../storage/index.js';
import { NO_TELEMETRY, type Telemetry } from '../telemetry/index.js';
import { openMaterials } from './materials.js';
import { tellStorage } from './telling.js';

/** What may be there already: opened by a test, or shared by several bots of one process. */
export interface Given {
  readonly storage?: Storage;
  /** Leaves the engine of answers to the first question: a gate starts hundreds of bots, and most of them are asked nothing. */
  readonly answersLoadLater?: boolean;
  /** Of the sending: `TIMES` unless they are given. */
  readonly times?: Times;
  /** None unless it is given. */
  readonly telemetry?: Telemetry;
}

export type Foundation = Awaited<ReturnType<typeof layFoundation>>;

/** What everything else stands on: settings, clock, storage that is prepared, cards, and whom the bot knows. */
export async function layFoundation(
  config: Config,
  log: Logger,
  { storage: opened = openStorage(config.storage), telemetry = NO_TELEMETRY, times = TIMES }: Given = {},
) {
  const storage = telemetry === NO_TELEMETRY ? opened : watchedStorage(opened, tellStorage(telemetry));
  const clock: Clock = config.testNow ? clockStartingAt(config.testNow) : systemClock;
  const materials = openMaterials(config, clock);
  await storage.prepare();
  const directory = createLiveDirectory({
    ...{ store: openPeople(storage), clock },
    check: config.environment === 'production' ? refuseDemoPeople : undefined,
  });
  await directory.refresh();
  const cards = materials.cards();

  return {
    config,
    log,
    clock,
    telemetry,
    times,
    storage,
    materials,
    bind: (view: View, locale: Locale) => cards.bind(view, locale),
    directory,
    files: createFiles({
      store: openKeptFiles(storage),
      mayTake: createMayTake(directory),
      audit: openAudit(storage),
      log,
    }),
    guard: createGuard(materials.sensitiveWords()),
    /** Looks for a newer directory now and then, until the function that it gives is called. */
    keepFresh(): () => void {
      const timer = setInterval(() => {
        directory
          .refresh()
          .catch((error: unknown) => log.warn({ error }, 'the directory could not be refreshed; the old one is used'));
      }, config.directoryRefreshMs);
      return () => clearInterval(timer);
    },
  };
}
