import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

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
