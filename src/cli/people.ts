import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { systemClock } from '../calendar/index.js';
import { readConfig } from '../config.js';
import { AppError } from '../errors.js';
import { connectionString } from '../local/azurite.js';
import { withoutLocalProxy } from '../local/environment.js';
import { readSettings } from '../local/settings.js';
import type { PeopleStore } from '../people/index.js';
import { openPeople, openStorage, type Storage } from '../storage/index.js';
import { runPeopleCommand } from './people-command.js';

/**
 * Storage as the settings say; without any, that of the local world, which `npm start` runs on this machine.
 * Throws `config_invalid` for settings that are wrong, and for storage in memory, which would forget the import at once.
 */
function openConfiguredStorage(env: NodeJS.ProcessEnv): Storage {
  if (env.STORAGE === 'memory')
    throw new AppError(
      'config_invalid',
      'STORAGE=memory: en import skulle glömmas direkt / an import would be forgotten at once.',
    );
  const isSet = ['STORAGE_CONNECTION_STRING', 'STORAGE_TABLE_URL'].some((name) => (env[name] ?? '') !== '');
  if (isSet || env.UBARA_ENVIRONMENT === 'production') return openStorage(readConfig(env).storage);
  const settings = readSettings(env, process.cwd());
  console.error(
    `Använder den lokala världens lagring (127.0.0.1:${settings.ports.AZURITE_TABLE_PORT}), som \`npm start\` håller igång. / ` +
      "Using the local world's storage.",
  );
  Object.assign(process.env, withoutLocalProxy(process.env));
  return openStorage({ kind: 'connection-string', connectionString: connectionString(settings) });
}

async function openStore(): Promise<PeopleStore> {
  const storage = openConfiguredStorage(process.env);
  await storage.prepare();
  return openPeople(storage);
}

if (existsSync('.env')) process.loadEnvFile('.env');
process.exitCode = await runPeopleCommand(process.argv.slice(2), {
  openStore,
  now: systemClock(),
  // npm runs scripts in the project's folder; a path is meant from where the person stands.
  readText: (file) => readFile(resolve(process.env.INIT_CWD ?? process.cwd(), file), 'utf8'),
  print: console.log,
  complain: console.error,
});
