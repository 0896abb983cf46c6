import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findLine, lastLines } from '../../src/local/log-file.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ubara-log-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function logOf(text: string): string {
  const file = join(folder, 'some.log');
  writeFileSync(file, text);
  return file;
}

describe('findLine', () => {
  it('waits for the end of a line, since half a number is another number', () => {
    expect(findLine(logOf('starting\nListening on 5615'), /Listening on (\d+)/)).toBeUndefined();
    expect(findLine(logOf('starting\nListening on 56150\n'), /Listening on (\d+)/)?.[1]).toBe('56150');
  });

  it('finds nothing in a log that is not there', () => {
    expect(findLine(join(folder, 'none.log'), /./)).toBeUndefined();
  });
});

describe('lastLines', () => {
  it('gives the last twelve lines that say something, long ones cut', () => {
    const lines = Array.from({ length: 20 }, (_, index) => `line ${index}`);
    expect(lastLines(logOf(`${lines.join('\n\n')}\n`))).toEqual(lines.slice(8));
    expect(lastLines(logOf('å'.repeat(301)))).toEqual([`${'å'.repeat(300)} ...`]);
  });
});
