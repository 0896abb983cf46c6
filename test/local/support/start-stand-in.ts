/** `npm start` with the stand-in instead of the bot. */
import { start } from '../../../src/local/program.js';

process.exit(await start({ botEntry: 'test/local/support/stand-in-bot.ts' }));
