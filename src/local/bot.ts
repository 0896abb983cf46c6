import { join } from 'node:path';
import { connectionString } from './azurite.js';
import type { Child } from './child.js';
import { withoutLocalProxy } from './environment.js';
import type { Family } from './family.js';
import { LOCAL_TENANT_ID } from './personas.js';
import { LOOPBACK } from './ports.js';
import type { Settings } from './settings.js';

const READY_MS = 60_000;

export interface BotOptions {
  readonly root: string;
  /** The program, relative to `root`. */
  readonly entry: string;
  readonly settings: Settings;
  readonly env: NodeJS.ProcessEnv;
}

/** Starts the bot as its own process, as in Azure; resolves when it says that it can work. */
export async function startBot(family: Family, { root, entry, settings, env }: BotOptions): Promise<Child> {
  const bot = family.start({
    name: 'bot',
    args: [join(root, 'bin/run.mjs'), entry],
    cwd: root,
    env: {
      ...withoutLocalProxy(env),
      UBARA_ENVIRONMENT: 'local',
      HOST: LOOPBACK,
      PORT: String(settings.ports.BOT_PORT),
      // The Playgrounds sign nothing; a registration from .env would turn them away. Empty counts as not set.
      BOT_APP_ID: '',
      BOT_APP_PASSWORD: '',
      BOT_TENANT_ID: LOCAL_TENANT_ID,
      // The Playgrounds know no file consent. A file in comes from this machine, there is no other.
      FILE_DELIVERY: 'link',
      FILE_HOSTS: `${LOOPBACK},localhost`,
      PUBLIC_URL: botUrl(settings),
      STORAGE: 'azure',
      STORAGE_CONNECTION_STRING: connectionString(settings),
      STORAGE_TABLE_URL: '',
      STORAGE_QUEUE_URL: '',
    },
    logFile: join(settings.dataDir, 'logs', 'bot.log'),
  });
  await bot.waitForHttp(`${botUrl(settings)}/readyz`, READY_MS);
  return bot;
}

export function botUrl({ ports }: Settings): string {
  return `http://${LOOPBACK}:${ports.BOT_PORT}`;
}
