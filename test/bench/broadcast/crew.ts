import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile } from '../../../bin/compile.mjs';

/** Below the packages, so that what is compiled finds them. */
const COMPILED = fileURLToPath(new URL('../../../node_modules/.cache/ubara-bench/', import.meta.url));

/** One worker process. */
export interface Hand {
  readonly process: ChildProcess;
  /** Its name in claims. */
  readonly holder: string;
}

/** The workers of a run, replaced when they are killed, as a host does. */
export interface Crew {
  readonly hands: readonly Hand[];
  /** Kills the one of that name, or another one, with what it has in flight, and starts a new one in its place. Gives its name. */
  kill(holder?: string): Promise<string>;
  /** Resident memory of each, in bytes, now. */
  rss(): number[];
  stop(): Promise<void>;
}

/** They run compiled, as in production: a worker that takes a dead one's place must not cost the other one its processor. */
export async function startCrew(count: number, env: NodeJS.ProcessEnv): Promise<Crew> {
  await compile({ folders: ['src', 'test/bench/broadcast'], base: '.', out: COMPILED });
  const hands = await Promise.all(Array.from({ length: count }, () => hire(env)));
  return {
    hands,
    async kill(wanted) {
      const found = hands.findIndex(({ holder }) => holder === wanted);
      const index = Math.max(0, found);
      const { process, holder } = hands[index]!;
      process.kill('SIGKILL');
      await once(process, 'exit');
      hands[index] = await hire(env);
      return holder;
    },
    rss: () => hands.map(({ process }) => rssOf(process.pid!)),
    async stop() {
      for (const { process } of hands) {
        process.kill('SIGKILL');
        await once(process, 'exit');
      }
    },
  };
}

async function hire(env: NodeJS.ProcessEnv): Promise<Hand> {
  const worker = fork(`${COMPILED}test/bench/broadcast/worker.js`, { env: { ...process.env, ...env } });
  const [message] = (await Promise.race([
    once(worker, 'message'),
    once(worker, 'exit').then(([code]) => {
      throw new Error(`A worker ended with ${String(code)} before it was ready.`);
    }),
  ])) as [{ holder: string }];
  return { process: worker, holder: message.holder };
}

/** Linux only: the second number of statm is resident pages of 4 KiB. */
function rssOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096;
}
