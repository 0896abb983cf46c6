import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startChild } from '../../src/local/child.js';
import { withoutLocalProxy } from '../../src/local/environment.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const READY_MS = 30_000;
const GRACE_MS = 5000;

export interface ProgramOptions {
  /** What messages call it: "echo bot". */
  readonly name: string;
  /** Arguments of `node`, run in the project's root. */
  readonly args: readonly string[];
  /** Added to this process's environment. */
  readonly env?: NodeJS.ProcessEnv;
  /** An address that answers 200, or a line of its output, once it can work. */
  readonly ready: string | RegExp;
}

/** A Node process beside the test. It ends with this process, whatever happens to this process. */
export interface Program {
  readonly pid: number;
  /** Ends it, by force after 5 s; resolves when it is gone. */
  stop(): Promise<void>;
}

/** Starts a Node process and resolves when it is ready; rejects with its last lines when it ends first or takes over 30 s. */
export async function startProgram({ name, args, env = {}, ready }: ProgramOptions): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), 'ubara-'));
  const child = startChild({
    name,
    args,
    cwd: root,
    env: { ...withoutLocalProxy(process.env), ...env },
    logFile: join(folder, 'output.log'),
  });
  const stop = async () => {
    await child.stop(GRACE_MS);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    if (typeof ready === 'string') await child.waitForHttp(ready, READY_MS);
    else await child.waitForLine(ready, READY_MS);
  } catch (error) {
    // The error names the log, so that stays.
    await child.stop(GRACE_MS);
    throw error;
  }
  return { pid: child.pid, stop };
}
