import { startBot as startWhole } from '../../src/composition/bot.js';
import { layFoundation as layWhole } from '../../src/composition/foundation.js';
import { buildHouse as buildWhole } from '../../src/composition/house.js';
import type { Config } from '../../src/config.js';
import type { Logger } from '../../src/log.js';
import type { Storage } from '../../src/storage/index.js';
import { sharedMaterials } from './materials.js';

/** As src/composition has them, but cards and knowledge are read once for all bots of a process, answers by who asks: a gate starts hundreds. */
const given = (config: Config, storage?: Storage) => ({
  storage,
  materials: sharedMaterials(config),
  answersLoadLater: true,
});
export const startBot = (config: Config, log: Logger, storage?: Storage) =>
  startWhole(config, log, given(config, storage));
export const buildHouse = (config: Config, log: Logger, storage?: Storage) =>
  buildWhole(config, log, given(config, storage));
export const layFoundation = (config: Config, log: Logger, storage?: Storage) =>
  layWhole(config, log, given(config, storage));
