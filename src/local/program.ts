import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { messageOf } from '../errors.js';
import { withoutLocalProxy } from './environment.js';
import { interruption } from './interruption.js';
import { readSettings } from './settings.js';
import { farewell, greeting, welcome } from './texts.js';
import { ROOT, type Seed, startWorld } from './world.js';

export interface StartOptions {
  /** Fills storage before the bot starts, at every start. */
  readonly seed?: Seed;
  /** The bot's program, relative to the project's folder. */
  readonly botEntry?: string;
}

/**
 * The whole of `npm start`: starts the local world, says what to open, and waits for Ctrl-C or a failure.
 * Resolves with the exit code: 0 when it was stopped, 1 when something failed.
 */
export async function start({ seed, botEntry }: StartOptions): Promise<number> {
  const interrupted = interruption();
  // As the bot does: what is set already wins over the file.
  const envFile = join(ROOT, '.env');
  if (existsSync(envFile)) process.loadEnvFile(envFile);
  // The seed runs in this process.
  Object.assign(process.env, withoutLocalProxy(process.env));
  try {
    const settings = readSettings(process.env, ROOT);
    console.log(greeting());
    const world = await startWorld({ settings, seed, botEntry, log: console.log, signal: interrupted });
    console.log(welcome(world.addresses, shortPath(settings.dataDir)));
    const reason = await Promise.race([world.failed, whenAborted(interrupted)]);
    if (reason) throw reason;
    await world.stop();
  } catch (error) {
    if (!interrupted.aborted) {
      console.error(`\n${messageOf(error)}\n`);
      return 1;
    }
  }
  console.log(farewell());
  return 0;
}

function whenAborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}

/** Relative to the project's folder when it is inside. */
function shortPath(path: string): string {
  const short = relative(ROOT, path);
  return short === '' || short.startsWith('..') ? path : short;
}
