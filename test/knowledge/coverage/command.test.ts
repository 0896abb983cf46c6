import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { coverage } from '../../../src/cli/knowledge/coverage.js';
import { UsageError } from '../../../src/cli/knowledge/subcommand.js';
import { DOCUMENT, LEFT_OUT, madeUpFolder, OBSERVATIONS } from './made-up.js';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

async function run(changed: Readonly<Record<string, string | null>> = {}, args?: (folder: string) => string[]) {
  const folder = madeUpFolder(changed);
  folders.push(folder);
  const printed: string[] = [];
  const exit = await coverage.run(args?.(folder) ?? ['--documents', join(folder, 'documents')], {
    knowledgeDir: join(folder, 'knowledge'),
    now: new Date('2025-06-01T12:00:00Z'),
    complain: () => undefined,
    folder,
    openStorage: () => Promise.reject(new Error('no storage is needed')),
    print: (line) => printed.push(line),
  });
  return { exit, printed };
}

describe('knowledge -- coverage', () => {
  it('prints the totals alone and exits 0 when all agrees', async () => {
    expect(await run()).toEqual({
      exit: 0,
      printed: [
        '1 documents, 5 observations, 5 sections, 6 left-out rows: 0 numbers unaccounted for, ' +
          '0 observations or sections not found, 0 sections uncited, 0 left-out rows without effect.',
      ],
    });
  });

  it('groups what it finds by document and exits 1', async () => {
    const changed = {
      'documents/strandvik.txt': DOCUMENT.replace('1 250', '1 251'),
      'knowledge/left-out-sections.csv': null,
    };
    expect(await run(changed)).toEqual({
      exit: 1,
      printed: [
        'strandvik-2025',
        '  Numbers that no observation, no routine and no left-out row holds:',
        '    strandvik-2025:3: 1 ("I kommunen arbetar 1 251 personer.")',
        '    strandvik-2025:3: 251 ("I kommunen arbetar 1 251 personer.")',
        '  Observations and sections that are not in their document:',
        '    strandvik-2025:3: observation s-001 (1250 is not on this line, or other observations already stand for it)',
        '  Sections that no routine, no observation and no left-out row cites:',
        '    strandvik-2025:11: 2. Avslut (no routine and no observation cites it)',
        '1 documents, 5 observations, 5 sections, 5 left-out rows: 2 numbers unaccounted for, ' +
          '1 observations or sections not found, 1 sections uncited, 0 left-out rows without effect.',
      ],
    });
  });

  it('says file, row and column of a faulty left-out row', async () => {
    const { exit, printed } = await run({
      'knowledge/statistics/left-out.csv': `${LEFT_OUT}\nstrandvik-2025,11,,årtal`,
    });
    expect(exit).toBe(1);
    expect(printed[0]).toMatch(/^statistics\/left-out\.csv:7: number: /);
  });

  it('refuses a note without its English, naming the row', async () => {
    const changed = { 'knowledge/statistics/strandvik.csv': OBSERVATIONS.replace('Inledning,3,,,', 'Inledning,3,,Nu,') };
    await expect(run(changed)).rejects.toThrow(
      'statistics/strandvik.csv:2: noteEn: is empty, though its other language is not',
    );
  });

  it('names the document that is missing, as wrong usage', async () => {
    const missing = run({ 'documents/strandvik.txt': null, 'documents/other.txt': '' });
    await expect(missing).rejects.toBeInstanceOf(UsageError);
    await expect(missing).rejects.toThrow(/missing documents: .*documents\/strandvik\.txt$/);
  });

  it.each([[[]], [['--documents']], [['--documents', '']], [['--folder', 'x']], [['x']]])(
    'refuses the arguments %j',
    async (args: string[]) => {
      await expect(run({}, () => args)).rejects.toBeInstanceOf(UsageError);
    },
  );
});
