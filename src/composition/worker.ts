import type { Config } from '../config.js';
import type { Logger } from '../log.js';
import type { Given } from './foundation.js';
import { buildHouse } from './house.js';
import type { Running } from './program.js';

/** A process that only sends: the house without its door. As many as wanted share the work and the rate with the bot. */
export async function startWorker(config: Config, log: Logger, given?: Given): Promise<Running> {
  const house = await buildHouse(config, log, given);
  const work = house.start({ sends: true, answers: false });
  log.info({ storage: house.storage.kind, people: house.directory.size, perSecond: config.sendsPerSecond }, 'ready');
  return { stop: () => work.stop() };
}
