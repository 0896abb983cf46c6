import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { systemClock } from '../calendar/index.js';
import { openAudit, openPeople, type Storage } from '../storage/index.js';
import { openConfiguredStorage } from './configured-storage.js';
import { runPeopleCommand } from './people-command.js';

if (existsSync('.env')) process.loadEnvFile('.env');
let opened: Promise<Storage> | undefined;
const storage = () => (opened ??= openConfiguredStorage(process.env));

process.exitCode = await runPeopleCommand(process.argv.slice(2), {
  openStore: async () => openPeople(await storage()),
  openAudit: async () => openAudit(await storage()),
  now: systemClock(),
  // npm runs scripts in the project's folder; a path is meant from where the person stands.
  readText: (file) => readFile(resolve(process.env.INIT_CWD ?? process.cwd(), file), 'utf8'),
  print: console.log,
  complain: console.error,
});
