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
  /** Of one of several behind a balancer at BOT_PORT: what it is called and where it listens itself. */
  readonly replica?: { readonly name: string; readonly port: number };
}

/** Starts the bot as its own process, as in Azure; resolves when it says that it can work. */
export async function startBot(family: Family, { root, entry, settings, env, replica }: BotOptions): Promise<Child> {
  const { name, port } = replica ?? { name: 'bot', port: settings.ports.BOT_PORT };
  const bot = family.start({
    name,
    args: [join(root, 'bin/run.mjs'), entry],
    cwd: root,
    env: {
      ...withoutLocalProxy(env),
      UBARA_ENVIRONMENT: 'local',
      HOST: LOOPBACK,
      PORT: String(port),
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
    logFile: join(settings.dataDir, 'logs', `${name}.log`),
  });
  await bot.waitForHttp(`http://${LOOPBACK}:${port}/readyz`, READY_MS);
  return bot;
}

export function botUrl({ ports }: Settings): string {
  return `http://${LOOPBACK}:${ports.BOT_PORT}`;
}
