import { runProgram } from './composition/program.js';

await runProgram('ubara-worker', async (config, log, given) =>
  (await import('./composition/worker.js')).startWorker(config, log, given),
);
