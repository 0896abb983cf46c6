import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { withoutLocalProxy } from '../../../src/local/environment.js';
import type { Account } from '../../support/own-account.js';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The environment of a command over this Azurite. */
export function overAzurite({ connectionString }: Account): NodeJS.ProcessEnv {
  const storage = { STORAGE: 'azure', STORAGE_TABLE_URL: '', STORAGE_CONNECTION_STRING: connectionString };
  return { ...withoutLocalProxy(process.env), INIT_CWD: ROOT, ...storage };
}

export interface CommandResult {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

let runs = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs a command of src/cli/ to its end: the very entry that npm runs, with arguments and `env` as its whole environment, but in
 * this process, one after the other. A process of its own would load everything anew, which takes longer than what is tested;
 * `spawned.test.ts` runs some that way.
 */
export function runCommand(name: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<CommandResult> {
  const run = last.then(() => runHere(name, args, env));
  last = run.catch(() => undefined);
  return run;
}

async function runHere(name: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<CommandResult> {
  const own = { argv: process.argv, env: process.env, exitCode: process.exitCode };
  const heard = { out: '', errors: '' };
  const say =
    (where: keyof typeof heard, end: string) =>
    (text: unknown): boolean => {
      heard[where] += `${String(text)}${end}`;
      return true;
    };
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(say('out', '\n')),
    vi.spyOn(console, 'error').mockImplementation(say('errors', '\n')),
    vi.spyOn(process.stdout, 'write').mockImplementation(say('out', '')),
    vi.spyOn(process.stderr, 'write').mockImplementation(say('errors', '')),
  ];
  const entry = fileURLToPath(new URL(`../../../src/cli/${name}.ts`, import.meta.url));
  process.argv = [process.execPath, entry, ...args];
  process.env = { ...env };
  process.exitCode = undefined;
  try {
    // Another address each time, so that the entry runs anew; what it imports is there already.
    await import(/* @vite-ignore */ `${entry}?run=${(runs += 1)}`);
    return { code: Number(process.exitCode ?? 0), ...heard };
  } finally {
    Object.assign(process, own);
    for (const spy of spies) spy.mockRestore();
  }
}
