import { existsSync } from 'node:fs';
import { type Config, readConfig } from '../config.js';
import { messageOf } from '../errors.js';
import { createLog, type Logger } from '../log.js';

/** How long work under way may take when the program is told to stop. The host must grant a little more before it kills the process. */
const GRACE_MS = 20_000;

/** Something that runs until it is stopped. */
export interface Running {
  /** Takes no more work, finishes what is under way, lets go of everything. */
  stop(): Promise<void>;
}

/**
 * One program of the bot from start to end: reads `.env` and the settings, starts, and stops on SIGINT or SIGTERM.
 * Exit code 1 when it could not start or work was cut off.
 */
export async function runProgram(start: (config: Config, log: Logger) => Promise<Running>): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  let config: Config;
  try {
    config = readConfig(process.env);
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    process.exitCode = 1;
    return;
  }
  const log = createLog(config.logLevel);
  try {
    const running = await start(config, log);
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        log.info({ signal }, 'stopping');
        void isDoneWithin(GRACE_MS, running.stop()).then((isDone) => {
          if (!isDone) log.warn({ graceMs: GRACE_MS }, 'work under way was cut off');
          process.exit(isDone ? 0 : 1);
        });
      });
  } catch (error) {
    log.fatal({ error }, 'could not start');
    process.stderr.write(`${messageOf(error)}\n`);
    process.exitCode = 1;
  }
}

/** False when `work` takes longer than `ms` milliseconds; it goes on all the same. */
export async function isDoneWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  try {
    return await Promise.race([work.then(() => true), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
