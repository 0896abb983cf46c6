import { TableClient } from '@azure/data-tables';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { connectionString } from '../../src/local/azurite.js';
import { portState } from '../../src/local/ports.js';
import { PORT_SETTINGS, readSettings } from '../../src/local/settings.js';
import { childrenOf, isAlive, worldOf } from './support/processes.js';
import { environmentOf } from './support/settings.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ubara-start-'));
const running = new Set<ChildProcess>();
let env: Record<string, string>;

beforeAll(async () => {
  env = await environmentOf(folder);
});
// A test that failed must not take the next ones with it.
afterEach(async () => {
  for (const child of running) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    running.delete(child);
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Program {
  readonly pid: number;
  output(): string;
  /** Resolves when it has printed the text. */
  printed(text: string): Promise<void>;
  /** Resolves when the first of its processes is there. */
  started(): Promise<void>;
  /** Sends the signal to the program alone, or to its whole group as a terminal does. */
  signal(name: NodeJS.Signals, to?: 'alone' | 'group'): void;
  readonly exitCode: Promise<number | null>;
}

/** `npm start` with the stand-in as bot, in a process group of its own. */
function start(changes: Record<string, string> = {}): Program {
  const child = spawn(process.execPath, ['bin/run.mjs', 'test/local/support/start-stand-in.ts'], {
    cwd: root,
    env: { ...process.env, ...env, ...changes },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  const pid = child.pid!;
  // exit, not close: what it leaves behind may hold its outputs open, and that is what is asked about.
  const exitCode = once(child, 'exit').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  const until = <T>(check: () => T) =>
    vi.waitUntil(
      () => {
        if (!running.has(child)) throw new Error(`it ended:\n${output}`);
        return check();
      },
      { timeout: 45_000, interval: 10 },
    );
  return {
    pid,
    output: () => output,
    printed: async (text) => void (await until(() => output.includes(text))),
    started: async () => void (await until(() => worldOf(pid).length > 0)),
    signal: (name, to = 'alone') => void process.kill(to === 'group' ? -pid : pid, name),
    exitCode,
  };
}

/** Everything that a world may leave behind. */
async function expectNothingLeft(children: number[]): Promise<void> {
  await vi.waitFor(() => expect(children.filter(isAlive)).toEqual([]), { timeout: 8000, interval: 50 });
  const ports = readSettings(env, root).ports;
  for (const setting of PORT_SETTINGS) expect([setting, await portState(ports[setting])]).toEqual([setting, 'free']);
}

const lockFiles = () => readdirSync(folder).filter((name) => name.includes('lock'));
const tableOf = (name: string) =>
  TableClient.fromConnectionString(connectionString(readSettings(env, root)), name, { allowInsecureConnection: true });

describe('npm start', () => {
  it('says what to open, to try, how to stop and where the data is', async () => {
    const program = start();
    await program.printed('Ctrl-C');
    const { PLAYGROUND_MANAGER_PORT: manager, PLAYGROUND_HR_PORT: hr, PLAYGROUND_EMPLOYEE_PORT: employee } = env;
    expect(program.output().split('\n').slice(-16)).toEqual([
      '',
      'Öppna som / Open as',
      `  http://127.0.0.1:${manager}   Karin Lindqvist   chef, enhetschef i förskolan`,
      `  http://127.0.0.1:${hr}   Amir Haddad       HR-konsult`,
      `  http://127.0.0.1:${employee}   Sara Ekman        medarbetare, barnskötare`,
      '',
      'Prova att skriva / Try',
      '  Hur hög är sjukfrånvaron i förskolan?',
      '  Vem håller avslutssamtalet?',
      '  min checklista',
      '  hjälp',
      '',
      `Data och loggar finns i / Data and logs are in ${folder}`,
      'Stoppa med Ctrl-C / Stop with Ctrl-C',
      '',
      '',
    ]);
    const children = childrenOf(program.pid);
    expect(worldOf(program.pid)).toHaveLength(5);
    expect(readdirSync(join(folder, 'logs')).sort()).toEqual([
      'azurite.log',
      'bot.log',
      'playground-employee.log',
      'playground-hr.log',
      'playground-manager.log',
    ]);

    await tableOf('kept').createTable();
    await tableOf('kept').createEntity({ partitionKey: 'a', rowKey: 'first' });

    const second = start();
    expect(await second.exitCode).toBe(1);
    expect(second.output()).toContain(`UBARA-assistenten kör redan på ${folder} (process ${program.pid}).`);
    expect(children.filter(isAlive)).toEqual(children);

    const from = performance.now();
    program.signal('SIGINT');
    expect(await program.exitCode).toBe(0);
    expect(performance.now() - from).toBeLessThan(5000);
    expect(program.output()).toContain('Stoppad.');
    await expectNothingLeft(children);
    expect(lockFiles()).toEqual([]);
  });

  it('finds its data again, and leaves no process when it is killed', async () => {
    const program = start();
    await program.printed('Ctrl-C');
    const children = childrenOf(program.pid);
    expect(worldOf(program.pid)).toHaveLength(5);
    expect(await tableOf('kept').getEntity('a', 'first')).toMatchObject({ rowKey: 'first' });
    await tableOf('kept').createEntity({ partitionKey: 'a', rowKey: 'second' });
    program.signal('SIGKILL');
    await program.exitCode;
    await expectNothingLeft(children);
    expect(lockFiles()).toEqual(['world.lock']);
  });

  it('takes over after a kill, and ends with Ctrl-C in a terminal', async () => {
    const program = start();
    await program.printed('Ctrl-C');
    const children = childrenOf(program.pid);
    expect(await tableOf('kept').getEntity('a', 'second')).toMatchObject({ rowKey: 'second' });
    program.signal('SIGINT', 'group');
    // Under npm the same Ctrl-C comes a second time.
    program.signal('SIGINT');
    expect(await program.exitCode).toBe(0);
    await expectNothingLeft(children);
    expect(lockFiles()).toEqual([]);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends in the middle of a start on %s', async (signal) => {
    const program = start();
    await program.started();
    const children = childrenOf(program.pid);
    program.signal(signal);
    expect(await program.exitCode).toBe(0);
    expect(program.output()).not.toContain('Öppna som');
    await expectNothingLeft(children);
    expect(lockFiles()).toEqual([]);
  });

  it('ends when npm, which started it, is gone', async () => {
    const shell = spawn(
      '/bin/sh',
      ['-c', `"$0" bin/run.mjs test/local/support/start-stand-in.ts; true`, process.execPath],
      {
        cwd: root,
        env: { ...process.env, ...env, npm_lifecycle_event: 'start' },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    running.add(shell);
    let output = '';
    shell.stdout.setEncoding('utf8').on('data', (chunk) => (output += chunk));
    await vi.waitUntil(() => output.includes('Ctrl-C'), { timeout: 45_000, interval: 10 });
    const [program = 0] = childrenOf(shell.pid!);
    const children = worldOf(program);
    expect(children).toHaveLength(5);
    shell.kill('SIGKILL');
    await expectNothingLeft([program, ...children]);
    expect(lockFiles()).toEqual([]);
  });

  it('names a port in use and its setting before anything starts', async () => {
    const port = Number(env.PLAYGROUND_HR_PORT);
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    const program = start();
    expect(await program.exitCode).toBe(1);
    server.close();
    expect(program.output()).toContain(
      `Port ${port} (PLAYGROUND_HR_PORT) används redan. Stoppa det program som har den, eller välj en annan: PLAYGROUND_HR_PORT=${port + 100} npm start`,
    );
    expect(program.output()).not.toContain('Azurite');
    expect(lockFiles()).toEqual([]);
  });

  it('refuses a setting that is no port, and touches nothing', async () => {
    const dataDir = join(folder, 'untouched');
    const program = start({ BOT_PORT: 'x', DATA_DIR: dataDir });
    expect(await program.exitCode).toBe(1);
    expect(program.output()).toContain('BOT_PORT=x: ska vara ett portnummer');
    expect(existsSync(dataDir)).toBe(false);
  });

  it('names what failed, with its last lines, when the bot cannot start', async () => {
    const program = start({ STAND_IN: 'refuses' });
    expect(await program.exitCode).toBe(1);
    expect(program.output()).toContain('bot slutade oväntat / ended unexpectedly (exit code 9)');
    expect(program.output()).toContain('the stand-in was told to refuse');
    expect(readFileSync(join(folder, 'logs', 'bot.log'), 'utf8')).toContain('the stand-in was told to refuse');
    await expectNothingLeft([]);
    expect(lockFiles()).toEqual([]);
  });
});
