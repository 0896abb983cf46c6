import { runProgram } from './composition/program.js';

await runProgram(async (config, log) => (await import('./composition/worker.js')).startWorker(config, log));
