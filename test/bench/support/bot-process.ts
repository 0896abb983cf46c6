import { setTimeout as pause } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import { freePorts } from '../../support/free-ports.js';
import { type Program, startProgram } from '../../support/program.js';

/** The real bot in a process of its own, always at the same address. */
export interface BotProcess {
  readonly url: string;
  readonly pid: number;
  /** SIGKILL, now: whatever is under way ends in the middle. */
  kill(): void;
  /** Starts another in its place; resolves when that one is ready. */
  replace(): Promise<void>;
  /** Resident memory, in bytes, now (Linux). */
  rss(): number;
  /** Time that it has kept a core busy, in milliseconds (Linux). */
  cpuMs(): number;
  metrics(): Promise<{ readonly storageCalls: number; readonly turns: Readonly<Record<string, number>> }>;
  stop(): Promise<void>;
}

export interface BotProcessOptions {
  readonly connectionString: string;
  readonly env?: NodeJS.ProcessEnv;
  /** The bot's clock at the start, which goes on also over a kill. */
  readonly startsAt?: Date;
}

/** Starts `src/main.ts` over this storage. */
export async function startBotProcess({
  connectionString,
  env = {},
  startsAt,
}: BotProcessOptions): Promise<BotProcess> {
  const [port = 0] = await freePorts(1);
  const url = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const clock = () =>
    startsAt ? { TEST_NOW: new Date(startsAt.getTime() + performance.now() - began).toISOString() } : {};
  const start = () =>
    startProgram({
      name: 'bot',
      args: ['bin/run.mjs', 'src/main.ts'],
      env: {
        ...{ HOST: '127.0.0.1', PORT: String(port), UBARA_ENVIRONMENT: 'local', METRICS: 'true' },
        ...{
          STORAGE: 'azure',
          STORAGE_CONNECTION_STRING: connectionString,
          STORAGE_TABLE_URL: '',
          STORAGE_QUEUE_URL: '',
        },
        ...clock(),
        ...env,
      },
      ready: `${url}/healthz`,
    });
  let program: Program = await start();
  return {
    url,
    get pid() {
      return program.pid;
    },
    kill: () => void process.kill(program.pid, 'SIGKILL'),
    async replace() {
      await program.stop();
      for (let tries = 1; ; tries++)
        try {
          program = await start();
          return;
        } catch (error) {
          // It could not start because storage was away at that moment; a host tries again, too.
          if (tries === 10) throw error;
          await pause(500);
        }
    },
    rss: () => Number(readFileSync(`/proc/${program.pid}/statm`, 'utf8').split(' ')[1]) * 4096,
    cpuMs() {
      // After the name in brackets: the 12th and 13th are ticks of 10 ms in user and in system mode.
      const fields = readFileSync(`/proc/${program.pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      return (Number(fields[11]) + Number(fields[12])) * 10;
    },
    metrics: async () => (await (await fetch(`${url}/metrics`)).json()) as Awaited<ReturnType<BotProcess['metrics']>>,
    stop: () => program.stop(),
  };
}
