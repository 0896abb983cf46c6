import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { systemClock } from '../calendar/index.js';
import { openRawTables } from '../storage/index.js';
import { runBackupCommand } from './backup/command.js';
import { configuredLocation } from './configured-storage.js';

if (existsSync('.env')) process.loadEnvFile('.env');
process.exitCode = await runBackupCommand(process.argv.slice(2), {
  open: () => openRawTables(configuredLocation(process.env)),
  // npm runs scripts in the project's folder; a path is meant from where the person stands.
  pathOf: (path) => resolve(process.env.INIT_CWD ?? process.cwd(), path),
  clock: systemClock,
  print: console.log,
  complain: console.error,
  draw: process.stderr.isTTY ? (line) => void process.stderr.write(`\r${line}\u001b[K`) : undefined,
});
