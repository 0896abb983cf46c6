import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { systemClock } from '../calendar/index.js';
import { makeKeeping } from '../composition/keeping.js';
import { recordKeys } from '../config.js';
import { createDirectory } from '../people/index.js';
import { openRawTables } from '../storage/index.js';
import { runBackupCommand } from './backup/command.js';
import { configuredLocation, openConfiguredStorage } from './configured-storage.js';

/** Nothing is purged here, so nobody's stay matters. */
const NOBODY = createDirectory([]);

if (existsSync('.env')) process.loadEnvFile('.env');
process.exitCode = await runBackupCommand(process.argv.slice(2), {
  open: () => openRawTables(configuredLocation(process.env)),
  async keeping() {
    const storage = await openConfiguredStorage(process.env);
    return makeKeeping({ storage, directory: NOBODY, recordKeys: recordKeys(process.env) });
  },
  // npm runs scripts in the project's folder; a path is meant from where the person stands.
  pathOf: (path) => resolve(process.env.INIT_CWD ?? process.cwd(), path),
  clock: systemClock,
  print: console.log,
  complain: console.error,
  draw: process.stderr.isTTY ? (line) => void process.stderr.write(`\r${line}\u001b[K`) : undefined,
});
