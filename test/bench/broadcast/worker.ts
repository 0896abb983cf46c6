/** One worker of bench:broadcast: the house as `npm run worker` builds it; tells the parent its name in claims. */
import { buildHouse } from '../../../src/composition/house.js';
import { readConfig } from '../../../src/config.js';
import { createLog } from '../../../src/log.js';

const house = await buildHouse(readConfig(process.env), createLog('error'));
house.start({ sends: true, answers: false });
process.send?.({ holder: house.engine.holder });
