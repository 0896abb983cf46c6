import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '../errors.js';
import { findLine, lastLines } from './log-file.js';
import { isOk } from './probe.js';

export interface ChildSpec {
  /** What messages and the log file call it: "azurite". */
  readonly name: string;
  /** Arguments of `node`. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Absolute path; begun anew at each start. The program may append to it by itself. */
  readonly logFile: string;
}

/** One process of the local world. */
export interface Child {
  readonly name: string;
  readonly pid: number;
  /** Resolves when the process has ended, with how: "exit code 1", "SIGKILL". */
  readonly ended: Promise<string>;
  /** Resolves with the first line of its log that matches, also one already written. */
  waitForLine(pattern: RegExp, timeoutMs: number): Promise<RegExpExecArray>;
  /** Resolves when GET answers 200. Both waits reject with `child_failed` when it ends first or takes too long. */
  waitForHttp(url: string, timeoutMs: number): Promise<void>;
  /** The error `child_failed` that says what happened to it, its last lines and where the log is. */
  failure(what: string): AppError;
  /** Lets it end by itself, kills it after `graceMs`; resolves when it has ended. */
  stop(graceMs: number): Promise<void>;
}

const POLL_MS = 50;
const LAST_WORDS_MS = 500;
const PRELOAD = new URL('./preload.mjs', import.meta.url).href;

/** Starts `node` with the preload and a channel whose end tells the child to end, however this process ends. */
export function startChild(spec: ChildSpec): Child {
  mkdirSync(dirname(spec.logFile), { recursive: true });
  mkdirSync(spec.cwd, { recursive: true });
  rmSync(spec.logFile, { force: true });
  writeFileSync(spec.logFile, '');
  const child = spawn(process.execPath, ['--import', PRELOAD, ...spec.args], {
    cwd: spec.cwd,
    env: spec.env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A group of its own: Ctrl-C in the terminal reaches us alone, and we stop the children in the right order.
    detached: process.platform !== 'win32',
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => appendFileSync(spec.logFile, chunk));
  let hasEnded = false;
  const ended = howItEnds(child).finally(() => (hasEnded = true));

  const failure = (what: string) =>
    new AppError(
      'child_failed',
      [`${spec.name} ${what}`, ...lastLines(spec.logFile), `Loggen / The log: ${spec.logFile}`].join('\n  '),
    );

  /** Asks again until there is something; `goal` is what was waited for. */
  const waitUntil = async <T>(goal: string, timeoutMs: number, find: () => Promise<T | undefined>): Promise<T> => {
    const start = performance.now();
    for (;;) {
      const found = await find();
      if (found !== undefined) return found;
      if (hasEnded) throw failure(`slutade innan den var klar / ended before it was ready (${await ended})`);
      if (performance.now() - start > timeoutMs)
        throw failure(`blev inte klar på / was not ready within ${timeoutMs / 1000} s (${goal})`);
      await pause(POLL_MS);
    }
  };

  return {
    name: spec.name,
    pid: child.pid ?? -1,
    ended,
    failure,
    waitForLine: (pattern, timeoutMs) =>
      waitUntil(String(pattern), timeoutMs, async () => findLine(spec.logFile, pattern)),
    waitForHttp: async (url, timeoutMs) =>
      void (await waitUntil(url, timeoutMs, async () => (await isOk(url)) || undefined)),
    stop: async (graceMs) => {
      if (hasEnded) return;
      // The preload turns the end of the channel into SIGTERM inside the child, on Windows as well.
      if (child.connected) child.disconnect();
      const force = setTimeout(() => child.kill('SIGKILL'), graceMs);
      await ended;
      clearTimeout(force);
    },
  };
}

/** Resolves when the process has ended and all that it wrote has been read. */
async function howItEnds(child: ChildProcess): Promise<string> {
  const how = await new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  // Not the event "close": it does not come when it was us who closed the channel.
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
  const read = Promise.all(streams.map((stream) => finished(stream).catch(() => undefined)));
  // A process that it started may hold them open; nothing more of use comes from there.
  await Promise.race([read, pause(LAST_WORDS_MS)]);
  return how;
}
