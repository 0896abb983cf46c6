import type { Compose } from '../broadcast/index.js';
import type { JobHandler } from '../jobs/index.js';
import type { Config } from '../config.js';
import type { Logger } from '../log.js';
import { makeAnswering } from './answering.js';
import { makeFeatures } from './features.js';
import { type Given, layFoundation } from './foundation.js';
import { makeKeeping } from './keeping.js';
import { noteSettings } from './note-settings.js';
import { makeSending } from './sending.js';
import { tellJobs } from './telling.js';

export type House = Awaited<ReturnType<typeof buildHouse>>;

/** What goes on by itself in a house. */
export interface Work {
  /** Takes up nothing more and finishes what is under way; turns may still go on. */
  rest(): Promise<void>;
  /** The same, and writes down what turns left in memory: after the last turn. */
  stop(): Promise<void>;
}

/** The composition root: everything but the door, made once and handed to whom it concerns. Nothing runs yet. */
export async function buildHouse(config: Config, log: Logger, given?: Given) {
  const foundation = await layFoundation(config, log, given);
  // Filled below: features need what the engine offers, and the engine sends what the features compose. It looks here only
  // when it sends, which it does not before it is started.
  const composers: Record<string, Compose> = {};
  const handlers: Record<string, JobHandler> = {};
  const sending = makeSending(foundation, {
    composers,
    handlers,
    onProgress: (broadcast, counts) => features.onProgress(broadcast, counts),
  });
  const answering = makeAnswering(foundation);
  const features = makeFeatures(foundation, sending, answering);
  Object.assign(composers, sending.composers, features.composers);
  const keeping = makeKeeping({ ...foundation, recordKeys: config.recordKeys });
  Object.assign(
    handlers,
    tellJobs({ ...sending.jobHandlers, ...features.jobs, ...keeping.jobs }, foundation.telemetry),
  );
  return {
    ...foundation,
    ...features,
    ...sending,
    answering,
    /** Sets going what goes on by itself. */
    start({ sends, answers }: { readonly sends: boolean; readonly answers: boolean }): Work {
      const stopRefreshing = [
        ...[foundation.keepFresh(), sending.queueWatch.start()],
        ...(answers ? [answering.keepFresh()] : []),
      ];
      const stopCounting = features.keepCounts();
      if (sends) {
        sending.engine.start();
        sending.scheduler.start(config.jobsLookMs);
        keeping
          .schedule(sending.jobs)
          .catch((error: unknown) =>
            log.warn({ error }, 'the daily purge could not be asked for; the next start does'),
          );
        noteSettings(foundation).catch((error: unknown) =>
          log.warn({ error }, 'a change of settings could not be noted in the audit; the next start does'),
        );
        features
          .catchUp(foundation.clock())
          .catch((error: unknown) => log.warn({ error }, 'what was stored and not told of could not be looked for'));
      }
      const rest = async () => {
        stopRefreshing.forEach((stop) => stop());
        if (sends) await Promise.all([sending.scheduler.stop(), sending.engine.stop()]);
      };
      return {
        rest,
        async stop() {
          await rest();
          await Promise.all([stopCounting(), features.stopWatching()]);
        },
      };
    },
  };
}
