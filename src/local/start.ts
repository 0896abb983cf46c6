import { systemClock } from '../calendar/index.js';
import { start } from './program.js';
import { seedDemoPeople } from './seed.js';

process.exit(await start({ seed: ({ connectionString }) => seedDemoPeople({ connectionString, now: systemClock() }) }));
