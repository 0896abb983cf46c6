import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerTo } from '../engine.js';

describe('smalltalk', () => {
  it('is none of the questions of any set', () => {
    const sets = readdirSync('test/ask').filter((file) => /^questions\..*\.jsonl$/.test(file));
    const cases = sets
      .flatMap((file) => readFileSync(`test/ask/${file}`, 'utf8').trim().split('\n'))
      .map((line) => JSON.parse(line) as { kind: string; turns: string[] });
    const taken = cases.filter(({ kind, turns }) => kind !== 'smalltalk' && answerTo(...turns).kind === 'smalltalk');
    expect(taken.map(({ turns }) => turns)).toEqual([]);
  });
});
