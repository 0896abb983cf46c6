import { readConfig } from '../config.js';
import { AppError } from '../errors.js';
import { connectionString } from '../local/azurite.js';
import { withoutLocalProxy } from '../local/environment.js';
import { readSettings } from '../local/settings.js';
import { openStorage, type Storage, type StorageLocation } from '../storage/index.js';

/**
 * Storage as the settings say; without any, that of the local world, which `npm start` runs on this machine.
 * Every table is there when this resolves. Throws `config_invalid` for settings that are wrong, and for storage in memory, which
 * another process cannot reach.
 */
export async function openConfiguredStorage(env: NodeJS.ProcessEnv): Promise<Storage> {
  const storage = openStorage(configuredLocation(env));
  await storage.prepare();
  return storage;
}

/** Where that storage is; nothing is sent there. Throws as openConfiguredStorage does. */
export function configuredLocation(env: NodeJS.ProcessEnv): StorageLocation {
  if (env.STORAGE === 'memory')
    throw new AppError(
      'config_invalid',
      'STORAGE=memory: den lagringen finns bara inne i boten / that storage lives inside the bot only.',
    );
  const isSet = ['STORAGE_CONNECTION_STRING', 'STORAGE_TABLE_URL'].some((name) => (env[name] ?? '') !== '');
  if (isSet || env.UBARA_ENVIRONMENT === 'production') return readConfig(env).storage;
  const settings = readSettings(env, process.cwd());
  console.error(
    `Använder den lokala världens lagring (127.0.0.1:${settings.ports.AZURITE_TABLE_PORT}), som \`npm start\` håller igång. / ` +
      "Using the local world's storage.",
  );
  Object.assign(process.env, withoutLocalProxy(process.env));
  return { kind: 'connection-string', connectionString: connectionString(settings) };
}
