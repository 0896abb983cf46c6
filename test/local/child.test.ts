import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Child, startChild } from '../../src/local/child.js';
import { freePorts } from '../support/free-ports.js';
import { isAlive } from './support/processes.js';

const program = (name: string) => fileURLToPath(new URL(`./support/${name}`, import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
let count = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ubara-child-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Started extends Child {
  log(): string;
}

function run(...args: string[]): Started {
  const logFile = join(folder, `${++count}.log`);
  const child = startChild({ name: 'child', args, cwd: folder, env: process.env, logFile });
  return { ...child, log: () => readFileSync(logFile, 'utf8') };
}

describe('startChild', () => {
  it('keeps what the program writes to both outputs', async () => {
    const child = run('-e', 'console.log("to out å"); console.error("to err")');
    expect(await child.ended).toBe('exit code 0');
    expect(child.log().split('\n').sort()).toEqual(['', 'to err', 'to out å']);
  });

  it('says why a program ended before it was ready', async () => {
    const child = run('-e', 'console.error("the table is laid for nobody"); process.exit(3)');
    await expect(child.waitForLine(/ready/, 10_000)).rejects.toMatchObject({
      code: 'child_failed',
      message: [
        'child slutade innan den var klar / ended before it was ready (exit code 3)',
        '  the table is laid for nobody',
        `  Loggen / The log: ${join(folder, `${count}.log`)}`,
      ].join('\n'),
    });
  });

  it('gives up on a program that never becomes ready', async () => {
    const child = run(program('stubborn.mjs'));
    await expect(child.waitForLine(/ready/, 200)).rejects.toThrowError(
      'child blev inte klar på / was not ready within 0.2 s (/ready/)',
    );
    await child.stop(0);
  });

  it('waits until an address answers 200', async () => {
    const [port = 0] = await freePorts(1);
    const child = run(program('orderly.mjs'));
    let asked = 0;
    const server = createServer((_request, response) => response.writeHead(++asked < 3 ? 503 : 200).end());
    setTimeout(() => server.listen(port, '127.0.0.1'), 100);
    await child.waitForHttp(`http://127.0.0.1:${port}/readyz`, 10_000);
    expect(asked).toBe(3);
    server.close();
    await child.stop(5000);
  });

  it('lets an orderly program save before it ends', async () => {
    const child = run(program('orderly.mjs'));
    await child.waitForLine(/up/, 10_000);
    await child.stop(5000);
    expect(await child.ended).toBe('exit code 0');
    expect(child.log()).toBe('up\nsaved\n');
  });

  it('ends a program that is still being loaded', async () => {
    const child = run('-e', 'setInterval(() => undefined, 1000)');
    await child.stop(10_000);
    expect(await child.ended).toBe('exit code 0');
  });

  it('kills a stubborn program when its time is up', async () => {
    const child = run(program('stubborn.mjs'));
    await child.waitForLine(/up/, 10_000);
    await child.stop(300);
    expect(await child.ended).toBe('SIGKILL');
    expect(child.log()).toBe('up\nasked to end\n');
  });

  it.each(['orderly.mjs', 'stubborn.mjs'])('ends %s when its parent is killed', async (name) => {
    const parent = spawn(
      process.execPath,
      ['bin/run.mjs', 'test/local/support/parent.ts', program(name), join(folder, name)],
      {
        cwd: root,
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(line);
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 8000, interval: 50 });
  });
});

describe('the preload', () => {
  it('binds every server to 127.0.0.1 and leaves pipes alone', async () => {
    const child = run(program('listens-everywhere.mjs'), join(folder, 'pipe'));
    expect(await child.ended).toBe('exit code 0');
    expect(child.log().trim().split(' ')).toEqual([...Array<string>(20).fill('127.0.0.1'), 'pipe']);
  });
});
