import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeLock } from '../../src/local/lock.js';

let folder: string;
const lockFile = () => join(folder, 'world.lock');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ubara-lock-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('takeLock', () => {
  it('refuses a second world on the same folder until the first is gone', () => {
    const first = takeLock(folder);
    expect(() => takeLock(folder)).toThrowError(
      expect.objectContaining({ code: 'storage_conflict', facts: { pid: String(process.pid) } }) as Error,
    );
    first.release();
    expect(existsSync(lockFile())).toBe(false);
    takeLock(folder).release();
  });

  it('leaves the lock of its successor alone when released again', () => {
    const first = takeLock(folder);
    first.release();
    const second = takeLock(folder);
    first.release();
    expect(existsSync(lockFile())).toBe(true);
    second.release();
  });

  it('takes over the lock of a process that has ended', async () => {
    const gone = spawn(process.execPath, ['-e', '']);
    await once(gone, 'exit');
    writeFileSync(lockFile(), `${gone.pid} 12345`);
    const lock = takeLock(folder);
    expect(readFileSync(lockFile(), 'utf8')).toMatch(new RegExp(`^${process.pid} `));
    lock.release();
  });

  it('takes over a lock whose process number belongs to another process now', () => {
    // The parent of this test lives, but did not start at that moment. Where the moment cannot be told, it counts as held.
    writeFileSync(lockFile(), `${process.ppid} 1`);
    if (existsSync('/proc/self/stat')) takeLock(folder).release();
    else expect(() => takeLock(folder)).toThrowError();
  });

  it('takes over a lock that was cut off while it was written', () => {
    writeFileSync(lockFile(), '');
    takeLock(folder).release();
    expect(existsSync(lockFile())).toBe(false);
  });
});
