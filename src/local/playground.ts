import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { botUrl } from './bot.js';
import type { Child } from './child.js';
import { bareEnvironment } from './environment.js';
import type { Family } from './family.js';
import type { Persona } from './personas.js';
import { playgroundConfig } from './playground-config.js';
import { LOOPBACK, portTaken } from './ports.js';
import { PLAYGROUND_PORT, type Settings } from './settings.js';

const READY_MS = 60_000;

/**
 * Starts the persona's Agents Playground; resolves when it listens on its own port. Throws `port_in_use` when it had to
 * take another one, which it does silently: then it would stand where nobody looks for it.
 */
export async function startPlayground(
  family: Family,
  persona: Persona,
  settings: Settings,
  env: NodeJS.ProcessEnv,
): Promise<Child> {
  const name = `playground-${persona.key}`;
  const folder = join(settings.dataDir, 'playground', persona.key);
  const configFile = join(folder, '.m365agentsplayground.yml');
  const logFile = join(settings.dataDir, 'logs', `${name}.log`);
  const setting = PLAYGROUND_PORT[persona.key];
  const port = settings.ports[setting];
  mkdirSync(folder, { recursive: true });
  writeFileSync(configFile, stringify(playgroundConfig(persona)));
  const playground = family.start({
    name,
    args: [
      createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js'),
      ...['start', '--disable-telemetry', '--port', String(port)],
      // It would say "localhost", which may mean ::1, where nothing listens.
      ...['--service-url', `${playgroundUrl(persona, settings)}/_connector`],
    ],
    cwd: folder,
    env: {
      ...bareEnvironment(env),
      BOT_ENDPOINT: `${botUrl(settings)}/api/messages`,
      DEFAULT_CHANNEL_ID: 'msteams',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: configFile,
      // Most of what it says goes to a file of its own; so it goes to the same as its standard output.
      M365_AGENTS_PLAYGROUND_LOGFILE: logFile,
      TEAMSAPPTESTER_BROWSER: 'none',
      TZ: 'Europe/Stockholm',
    },
    logFile,
  });
  const [, listening] = await playground.waitForLine(/Listening on (\d+)/, READY_MS);
  if (Number(listening) !== port) throw portTaken(setting, port);
  return playground;
}

/** What to open in a browser. */
export function playgroundUrl(persona: Persona, { ports }: Settings): string {
  return `http://${LOOPBACK}:${ports[PLAYGROUND_PORT[persona.key]]}`;
}
