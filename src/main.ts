import { runProgram } from './composition/program.js';

// The house is loaded when the settings are read: a wrong one is told at once.
await runProgram('ubara-bot', async (config, log, given) =>
  (await import('./composition/bot.js')).startBot(config, log, given),
);
