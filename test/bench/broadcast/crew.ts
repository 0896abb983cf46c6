import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** One worker process. */
export interface Hand {
  readonly process: ChildProcess;
  /** Its name in claims. */
  readonly holder: string;
}

/** The workers of a run, replaced when they are killed, as a host does. */
export interface Crew {
  readonly hands: readonly Hand[];
  /** Kills one at once, with what it has in flight, and starts another in its place. Gives the dead one's name. */
  kill(index: number): Promise<string>;
  /** Resident memory of each, in bytes, now. */
  rss(): number[];
  stop(): Promise<void>;
}

export async function startCrew(count: number, env: NodeJS.ProcessEnv): Promise<Crew> {
  const hands = await Promise.all(Array.from({ length: count }, () => hire(env)));
  return {
    hands,
    async kill(index) {
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
  const worker = fork('bin/run.mjs', ['test/bench/broadcast/worker.ts'], { env: { ...process.env, ...env } });
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
