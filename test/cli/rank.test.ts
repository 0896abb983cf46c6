import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { knowledgeFolder } from '../knowledge/knowledge-folder.js';
import { runCommand } from './support/run-command.js';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function fileOf(...lines: readonly unknown[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'ubara-rank-'));
  made.push(folder);
  const file = join(folder, 'cases.jsonl');
  writeFileSync(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return file;
}

const rank = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  runCommand('rank', args, { ...process.env, KNOWLEDGE_DIR: '', ...env });

const CANDIDATES = ['Ring växeln.', 'Avtackningen ordnas av närmaste chef.', 'Nyckeln lämnas in sista dagen.'];

describe('npm run rank -- FILE', () => {
  it('prints all candidates of each question, best first', async () => {
    const file = fileOf(
      { id: 1, question: 'Vem ordnar avtackning?', candidates: CANDIDATES },
      { id: 'b', question: 'När lämnas nycklarna in?', candidates: CANDIDATES },
      { id: 'c', question: 'Hur?', candidates: [] },
    );
    const { code, out, errors } = await rank([file]);
    expect([code, errors]).toEqual([0, '']);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: unknown; ranking: number[] });
    expect(lines.map(({ id, ranking }) => [id, ranking[0], [...ranking].sort()])).toEqual([
      [1, 1, [0, 1, 2]],
      ['b', 2, [0, 1, 2]],
      ['c', undefined, []],
    ]);
  });

  it('names a broken line, ranks the others and ends with 2', async () => {
    const file = fileOf('{oops', { id: 1, question: 'Vem ordnar avtackning?', candidates: CANDIDATES }, { id: 2 });
    const { code, out, errors } = await rank([file]);
    expect(code).toBe(2);
    expect(errors).toMatch(/^line 1: is no JSON\nline 3: question: Required; candidates: Required\n$/);
    expect(out.trim().split('\n')).toHaveLength(1);
  });

  it.each([[[]], [['learn']], [['a', 'b']]])('shows the usage and ends with 2 for %j', async (args) => {
    const { code, out, errors } = await rank(args);
    expect([code, out]).toEqual([2, '']);
    expect(errors).toMatch(/^Usage:\n/);
  });

  it('names a file that is not there', async () => {
    const { code, errors } = await rank(['/nowhere/cases.jsonl']);
    expect(code).toBe(2);
    expect(errors).toMatch(/^\/nowhere\/cases\.jsonl cannot be read/);
  });
});

const CASES = [
  { question: 'Vem ordnar avtackning?', candidates: CANDIDATES, right: 1, group: 'a' },
  { question: 'När lämnas nycklarna in?', candidate_answers: CANDIDATES, label: 2, category_id: 7 },
];

describe('npm run rank -- learn', () => {
  it('writes the same weights from the same data, also when there were none, and says where they came from', async () => {
    const folder = knowledgeFolder({ 'ranking/weights.json': undefined });
    const file = fileOf(...CASES);
    const learn = async () => {
      const { code, errors } = await rank(['learn', file], { KNOWLEDGE_DIR: folder });
      expect([code, errors]).toEqual([0, '']);
      return readFileSync(join(folder, 'ranking/weights.json'), 'utf8');
    };
    const once = await learn();
    expect(await learn()).toBe(once);
    expect((JSON.parse(once) as { learnedFrom: unknown }).learnedFrom).toEqual([
      { name: 'cases.jsonl', questions: 2 },
      { name: 'routines', questions: 4 },
    ]);
    const { code } = await runCommand('knowledge', ['check'], { ...process.env, KNOWLEDGE_DIR: folder });
    expect(code).toBe(0);
  });

  it.each([
    ['a line that is no case', [CASES[0], { question: 'x' }], /:2: candidates: Required/],
    ['a right answer that is not there', [{ ...CASES[0], right: 3 }], /:1: right: names a candidate that is not there/],
    ['an empty file', [], /holds no questions/],
  ])('refuses %s and leaves the old weights', async (_what, lines, complaint) => {
    const folder = knowledgeFolder();
    const before = readFileSync(join(folder, 'ranking/weights.json'), 'utf8');
    const { code, errors } = await rank(['learn', fileOf(...lines)], { KNOWLEDGE_DIR: folder });
    expect(code).toBe(2);
    expect(errors).toMatch(complaint);
    expect(readFileSync(join(folder, 'ranking/weights.json'), 'utf8')).toBe(before);
  });
});
