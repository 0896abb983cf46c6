import { existsSync } from 'node:fs';
import { type Config, readConfig } from '../config.js';
import { messageOf } from '../errors.js';
import { createLog, type Logger } from '../log.js';
import { openTelemetry, type Telemetry } from '../telemetry/index.js';

/** How long work under way may take when the program is told to stop. The host must grant a little more before it kills the process. */
const GRACE_MS = 20_000;
/** Of it, how long the last telemetry may take: beside the work when that needs all of the time. */
const FLUSH_MS = 3000;

/** Something that runs until it is stopped. */
export interface Running {
  /** Takes no more work, finishes what is under way, lets go of everything. */
  stop(): Promise<void>;
}

type Start = (config: Config, log: Logger, given: { readonly telemetry: Telemetry }) => Promise<Running>;

/**
 * One program of the bot from start to end: reads `.env` and the settings, starts, and stops on SIGINT or SIGTERM. `role` is its name
 * in telemetry. Exit code 1 when it could not start or work was cut off.
 */
export async function runProgram(role: string, start: Start): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  let config: Config;
  try {
    config = readConfig(process.env);
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    process.exitCode = 1;
    return;
  }
  let telemetry: Telemetry | undefined;
  const log = createLog(config.logLevel, undefined, config.telemetry && (() => telemetry?.here()));
  let running: Running | undefined;
  // Before the start, which says "ready" itself: whoever reads that may send the signal at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      // Nothing is under way yet: ends as a program without this handler does.
      if (!running || !telemetry) return process.kill(process.pid, signal);
      log.info({ signal }, 'stopping');
      void stopInTime(running, telemetry).then((isDone) => {
        if (!isDone) log.warn({ graceMs: GRACE_MS }, 'work under way was cut off');
        process.exit(isDone ? 0 : 1);
      });
    });
  try {
    telemetry = await openTelemetry(await placeOf(config, role, log));
    running = await start(config, log, { telemetry });
  } catch (error) {
    log.fatal({ error }, 'could not start');
    process.stderr.write(`${messageOf(error)}\n`);
    process.exitCode = 1;
  }
}

/** Where telemetry goes; whoever reaches storage as the process's own identity sends as it too. */
async function placeOf({ telemetry, storage }: Config, role: string, log: Logger) {
  if (telemetry === undefined) return undefined;
  if (storage.kind !== 'account') return { ...telemetry, role, log };
  const { identityOfTheProcess } = await import('../storage/azure-identity.js');
  return { ...telemetry, role, log, credential: identityOfTheProcess() };
}

/**
 * False when the work takes longer than its grace. The last telemetry is sent when the work is done, or beside it when little time is
 * left; that it cannot be sent in time keeps nobody.
 */
export async function stopInTime(
  running: Running,
  telemetry: Pick<Telemetry, 'stop'>,
  { graceMs, flushMs }: { readonly graceMs: number; readonly flushMs: number } = {
    graceMs: GRACE_MS,
    flushMs: FLUSH_MS,
  },
): Promise<boolean> {
  const work = running.stop();
  const isDone = await isDoneWithin(graceMs - flushMs, work);
  const flush = telemetry.stop().catch(() => undefined);
  const [isDoneNow] = await Promise.all([isDone || isDoneWithin(flushMs, work), isDoneWithin(flushMs, flush)]);
  return isDoneNow;
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
