import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { withoutLocalProxy } from '../../../src/local/environment.js';
import type { Azurite } from '../../support/azurite.js';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The environment of a command over this Azurite. */
export function overAzurite({ connectionString }: Azurite): NodeJS.ProcessEnv {
  const storage = { STORAGE: 'azure', STORAGE_TABLE_URL: '', STORAGE_CONNECTION_STRING: connectionString };
  return { ...withoutLocalProxy(process.env), INIT_CWD: ROOT, ...storage };
}

export interface CommandResult {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

/** Runs a command of src/cli/ as npm does, in a process of its own; `env` is its whole environment. */
export function runCommand(name: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<CommandResult> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      ['bin/run.mjs', `src/cli/${name}.ts`, ...args],
      { cwd: ROOT, env },
      (_error, out, errors) => done({ code: child.exitCode ?? -1, out, errors }),
    );
  });
}
