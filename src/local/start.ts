import { systemClock } from '../calendar/index.js';
import { start } from './program.js';
import { seedDemo } from './seed.js';

process.exit(await start({ seed: ({ connectionString }) => seedDemo({ connectionString, now: systemClock() }) }));
