import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFamily } from '../../src/local/family.js';

const program = (name: string) => fileURLToPath(new URL(`./support/${name}`, import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ubara-family-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const spec = (name: string, ...args: string[]) => ({
  name,
  args,
  cwd: folder,
  env: process.env,
  logFile: join(folder, `${name}.log`),
});

describe('a family', () => {
  it('tells which one ended unasked, and its last words', async () => {
    const family = createFamily();
    family.start(spec('steady', program('orderly.mjs')));
    family.start(spec('hasty', '-e', 'console.log("enough of this"); process.exit(4)'));
    expect((await family.failed).message).toBe(
      [
        'hasty slutade oväntat / ended unexpectedly (exit code 4)',
        '  enough of this',
        `  Loggen / The log: ${join(folder, 'hasty.log')}`,
      ].join('\n'),
    );
    await family.stop();
  });

  it('ends those that stop last when the others are gone', async () => {
    const family = createFamily();
    const store = family.start({ ...spec('store', program('orderly.mjs')), stopLast: true });
    const user = family.start(spec('user', program('orderly.mjs')));
    await Promise.all([store, user].map((child) => child.waitForLine(/up/, 10_000)));
    const order: string[] = [];
    for (const child of [store, user]) void child.ended.then(() => order.push(child.name));
    await Promise.all([family.stop(), family.stop()]);
    expect(order).toEqual(['user', 'store']);
    expect(readFileSync(join(folder, 'store.log'), 'utf8')).toBe('up\nsaved\n');
  });

  it('does not call a death that was asked for a failure', async () => {
    const family = createFamily();
    const child = family.start(spec('asked', program('orderly.mjs')));
    await child.waitForLine(/up/, 10_000);
    await family.stop();
    // A failure would be told by the time that this is over.
    const later = new Promise((resolve) => setTimeout(() => resolve('calm'), 50));
    expect(await Promise.race([family.failed.then(() => 'failed'), later])).toBe('calm');
  });

  it('kills one on purpose, and the others live on', async () => {
    const family = createFamily();
    const [doomed, other] = ['doomed', 'other'].map((name) => family.start(spec(name, program('orderly.mjs'))));
    await Promise.all([doomed!, other!].map((child) => child.waitForLine(/up/, 10_000)));
    await family.kill(doomed!);
    await doomed!.ended;
    const later = new Promise((resolve) => setTimeout(() => resolve('calm'), 50));
    expect(await Promise.race([family.failed.then(() => 'failed'), other!.ended, later])).toBe('calm');
    await family.stop();
  });

  it('starts nobody once it is stopping', async () => {
    const family = createFamily();
    await family.stop();
    expect(() => family.start(spec('late', '-e', ''))).toThrowError('late is not started: the local world is stopping');
  });
});
