import { describe, expect, it } from 'vitest';
import { knowledgeFolder } from '../knowledge/knowledge-folder.js';
import { runKnowledgeCommand } from '../../src/cli/knowledge-command.js';
import { type CommandResult, runCommand } from './support/run-command.js';

/** The command as npm runs it. */
const asProcess = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  runCommand('knowledge', args, { ...process.env, ...env });

/** The command in this process. */
async function knowledge(args: readonly string[], knowledgeDir = 'knowledge'): Promise<CommandResult> {
  const [out, errors]: string[][] = [[], []];
  const code = await runKnowledgeCommand(args, {
    knowledgeDir,
    now: new Date(),
    folder: '.',
    print: (line) => void out!.push(`${line}\n`),
    complain: (line) => void errors!.push(`${line}\n`),
    openStorage: () => Promise.reject(new Error('No storage is needed here.')),
  });
  return { code, out: out!.join(''), errors: errors!.join('') };
}

describe('npm run knowledge -- check', () => {
  it('prints every fault where it stands and ends with 1', async () => {
    const folder = knowledgeFolder({
      'vocabulary/measures.yml': ['unit: procent', 'unit: procnt'],
      'routines/introduktion.md': ["'2099-12-31'", "'2001-12-31'"],
    });
    const { code, out, errors } = await asProcess(['check'], { KNOWLEDGE_DIR: folder });
    expect(errors).toBe('');
    expect(out.trimEnd().split('\n')).toEqual([
      `${folder}/routines/introduktion.md:11: reviewBy: the review date 2001-12-31 has passed (warning)`,
      expect.stringMatching(`^${folder}/vocabulary/measures\\.yml:4: unit: Invalid enum value\\.`) as string,
      `${folder}: 1 fel, 1 varning / 1 error, 1 warning`,
    ]);
    expect(code).toBe(1);
  });

  it('prints more faults than a start would list', async () => {
    const folder = knowledgeFolder({ 'vocabulary/questions.yml': '- id: x\n'.repeat(15) });
    const { code, out } = await knowledge(['check'], folder);
    expect(code).toBe(1);
    expect(out.trimEnd().split('\n')).toHaveLength(31);
  });

  it('ends with 0 when warnings stand alone', async () => {
    const folder = knowledgeFolder({ 'routines/introduktion.md': ["'2099-12-31'", "'2001-12-31'"] });
    const { code, out } = await knowledge(['check'], folder);
    expect([code, out.split('\n').at(-2)]).toEqual([0, `${folder}: 0 fel, 1 varning / 0 errors, 1 warning`]);
  });

  it('checks the knowledge of the project when no folder is set', async () => {
    const { code, out } = await asProcess(['check'], { KNOWLEDGE_DIR: '' });
    expect(code).toBe(0);
    expect(out).toMatch(/^knowledge: 0 fel, \d+ varning(ar)? \/ 0 errors, \d+ warnings?$/m);
  });
});

describe('npm run knowledge', () => {
  it.each([
    [['chek'], 'chek?\n'],
    [['toString'], 'toString?\n'],
    [[], 'Inget underkommando / no subcommand.\n'],
    [['check', 'routines'], 'check: routines\n'],
  ])('shows the usage and ends with 2 for %j', async (args, complaint) => {
    const { code, out, errors } = await knowledge(args);
    expect([code, out]).toEqual([2, '']);
    expect(errors).toMatch(
      new RegExp(`^${complaint.replace('?', '\\?')}Användning / Usage:\n {2}npm run -s knowledge -- check\n`),
    );
  });

  it('shows the usage when it is asked for it', async () => {
    const { code, out } = await knowledge(['--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Användning \/ Usage:\n/);
  });
});
