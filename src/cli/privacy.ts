import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { systemClock } from '../calendar/index.js';
import { recordKeys } from '../config.js';
import { makeKeeping } from '../composition/keeping.js';
import { createLiveDirectory } from '../people/index.js';
import { openPeople } from '../storage/index.js';
import { openConfiguredStorage } from './configured-storage.js';
import { runPrivacyCommand } from './privacy/command.js';
import { writeWholeFile } from './write-whole-file.js';

if (existsSync('.env')) process.loadEnvFile('.env');
process.exitCode = await runPrivacyCommand(process.argv.slice(2), {
  now: systemClock(),
  async open() {
    const storage = await openConfiguredStorage(process.env);
    const directory = createLiveDirectory({ store: openPeople(storage), clock: systemClock });
    await directory.refresh();
    return { keeping: makeKeeping({ storage, directory, recordKeys: recordKeys(process.env) }), directory };
  },
  // npm runs scripts in the project's folder; a path is meant from where the person stands.
  writeFile: (file, parts) => writeWholeFile(resolve(process.env.INIT_CWD ?? process.cwd(), file), parts),
  print: console.log,
  complain: console.error,
});
