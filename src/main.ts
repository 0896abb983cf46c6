import { runProgram } from './composition/program.js';

// The house is loaded when the settings are read: a wrong one is told at once.
await runProgram(async (config, log) => (await import('./composition/bot.js')).startBot(config, log));
