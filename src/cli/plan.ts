import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { systemClock } from '../calendar/index.js';
import { MAX_FILE_BYTES } from '../documents/index.js';
import { openAudit, openPeople, openPlans } from '../storage/index.js';
import { openConfiguredStorage } from './configured-storage.js';
import { runPlanCommand } from './plan-command.js';

if (existsSync('.env')) process.loadEnvFile('.env');
process.exitCode = await runPlanCommand(process.argv.slice(2), {
  openStores: async () => {
    const storage = await openConfiguredStorage(process.env);
    return { plans: openPlans(storage), people: openPeople(storage), audit: openAudit(storage) };
  },
  now: systemClock(),
  readFile: async (file) => {
    // npm runs scripts in the project's folder; a path is meant from where the person stands.
    const path = resolve(process.env.INIT_CWD ?? process.cwd(), file);
    // A file far over the limit is never read whole: one byte over is enough to refuse it.
    return (await stat(path)).size > MAX_FILE_BYTES ? new Uint8Array(MAX_FILE_BYTES + 1) : await readFile(path);
  },
  print: console.log,
  complain: console.error,
});
