import { type Times, TIMES } from '../../src/broadcast/index.js';
import { startBot as startWhole } from '../../src/composition/bot.js';
import { type Given, layFoundation as layWhole } from '../../src/composition/foundation.js';
import { buildHouse as buildWhole } from '../../src/composition/house.js';
import type { Config } from '../../src/config.js';
import type { Logger } from '../../src/log.js';
import type { Storage } from '../../src/storage/index.js';

/**
 * Nobody sits before the bot and waits: only what is between processes lasts as long as in production. `gap` stays longer than a request
 * takes on a busy machine: of two at once to one card the older one may come last.
 */
const QUICK: Times = { ...TIMES, look: 25, refresh: 200, fresh: 20, gap: 250 };

/**
 * As src/composition has them, but answers are loaded by who asks, and what is sent is looked after more often: a gate starts
 * hundreds.
 */
const given = (storage?: Storage): Given => ({
  storage,
  answersLoadLater: true,
  times: QUICK,
});
export const startBot = (config: Config, log: Logger, storage?: Storage) => startWhole(config, log, given(storage));
export const buildHouse = (config: Config, log: Logger, storage?: Storage) => buildWhole(config, log, given(storage));
export const layFoundation = (config: Config, log: Logger, storage?: Storage) => layWhole(config, log, given(storage));
