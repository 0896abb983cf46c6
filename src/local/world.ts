import { fileURLToPath } from 'node:url';
import type { AppError } from '../errors.js';
import { connectionString, startAzurite } from './azurite.js';
import { botUrl, startBot } from './bot.js';
import type { Child, ChildSpec } from './child.js';
import { createFamily } from './family.js';
import { takeLock } from './lock.js';
import { forEachPersona, nameOf, type PersonaKey, PERSONAS } from './personas.js';
import { playgroundUrl, startPlayground } from './playground.js';
import { requireFreePorts } from './ports.js';
import type { Settings } from './settings.js';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Fills empty storage, or brings it up to date; runs at every start, before the bot, so it must be safe to repeat. */
export type Seed = (context: { readonly connectionString: string }) => Promise<void>;

export interface WorldOptions {
  readonly settings: Settings;
  readonly seed?: Seed;
  /** The bot's program, relative to the project's folder. */
  readonly botEntry?: string;
  /** The environment that the processes get (process.env). */
  readonly env?: NodeJS.ProcessEnv;
  /** Gets one line a step. */
  readonly log: (line: string) => void;
  /** Ends a start that is under way. */
  readonly signal?: AbortSignal;
}

export interface World {
  readonly addresses: Addresses;
  /** Resolves when a process ended by itself; the others have been stopped by then. */
  readonly failed: Promise<AppError>;
  /** Kills the bot, as a crash would, and starts it again with this more in its environment; all else goes on. */
  restartBot(env: NodeJS.ProcessEnv): Promise<void>;
  /** Stops all processes within 5 s and gives the data folder free. Safe to call again. */
  stop(): Promise<void>;
}

export interface Addresses {
  readonly bot: string;
  readonly connectionString: string;
  readonly playgrounds: Readonly<Record<PersonaKey, string>>;
}

/**
 * Starts Azurite, fills it, starts the bot, and beside them one Playground a persona. Resolves when all of it can be
 * used. When anything fails or `signal` aborts, everything is stopped before the promise rejects: `storage_conflict`
 * (another world has the data folder), `port_in_use`, `child_failed`, or the signal's reason.
 */
export async function startWorld(options: WorldOptions): Promise<World> {
  const { settings, seed, botEntry = 'src/main.ts', env = process.env, log, signal } = options;
  const lock = takeLock(settings.dataDir);
  const family = createFamily();
  const stop = async () => {
    await family.stop();
    lock.release();
  };
  const step = timed(log);

  const bots: Child[] = [];
  const startBots = async (more: NodeJS.ProcessEnv) => {
    const noting = { ...family, start: (spec: ChildSpec) => noted(bots, family.start(spec)) };
    await startBot(noting, { root: ROOT, entry: botEntry, settings, env: { ...env, ...more } });
  };
  const startCore = async () => {
    await step('Lagring (Azurite)', () => startAzurite(family, settings, env));
    if (seed) await step('Demodata', () => seed({ connectionString: connectionString(settings) }));
    await step('Boten', () => startBots({}));
  };
  const startAll = async () => {
    await requireFreePorts(settings);
    signal?.throwIfAborted();
    await Promise.all([
      startCore(),
      ...PERSONAS.map((persona) =>
        step(`Agents Playground för ${nameOf(persona)}`, () => startPlayground(family, persona, settings, env)),
      ),
    ]);
  };

  try {
    await Promise.race([startAll(), rejection(family.failed), aborted(signal)]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    addresses: {
      bot: botUrl(settings),
      connectionString: connectionString(settings),
      playgrounds: forEachPersona((persona) => playgroundUrl(persona, settings)),
    },
    failed: family.failed.then(async (reason) => {
      await stop();
      return reason;
    }),
    async restartBot(more) {
      await Promise.all(bots.splice(0).map((bot) => family.kill(bot)));
      await startBots(more);
    },
    stop,
  };
}

function noted(children: Child[], child: Child): Child {
  children.push(child);
  return child;
}

/** Runs a step and logs how long it took, in seconds. */
function timed(log: WorldOptions['log']) {
  return async <T>(name: string, run: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await run();
    const seconds = ((performance.now() - start) / 1000).toFixed(1).replace('.', ',');
    log(`  ${name.padEnd(40)} ${seconds.padStart(5)} s`);
    return result;
  };
}

async function rejection(failed: Promise<AppError>): Promise<never> {
  throw await failed;
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    const abort = () => reject(signal!.reason as Error);
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { once: true });
  });
}
