import { describe, expect, it } from 'vitest';
import { describeContents, describeFile, type FilePlan, rehearseImport } from '../../../src/passages/index.js';
import type { ImportedDocument } from '../../../src/passages/index.js';
import { ORGANISATION } from '../support.js';

const NUMBER = '850709-9805';

async function rehearse(files: Record<string, string>, live: readonly ImportedDocument[] = []): Promise<FilePlan[]> {
  const plans: FilePlan[] = [];
  const sources = Object.entries(files).map(([name, text]) => ({
    name: name.split('/').at(-1)!,
    open: async () => {
      if (text === 'FAILS') throw new Error('EACCES');
      return new TextEncoder().encode(text);
    },
  }));
  const find = async (document: string) => live.find((one) => one.document === document);
  for await (const plan of rehearseImport({ organisation: ORGANISATION, files: sources, find })) plans.push(plan);
  return plans;
}

async function asLive(files: Record<string, string>): Promise<ImportedDocument[]> {
  return (await rehearse(files)).flatMap((plan) =>
    plan.kind === 'refused'
      ? []
      : [
          {
            ...plan.document,
            version: '1',
            importedAt: new Date(),
            passages: 1,
            headings: plan.headings,
            words: plan.words,
          },
        ],
  );
}

describe('a rehearsal', () => {
  it('tells new, changed and unchanged documents apart by what would be kept', async () => {
    const live = await asLive({ 'a.md': '# A\n\nSamma.', 'b.md': '# B\n\nGammalt.' });
    const plans = await rehearse(
      { 'a.md': '# A\n\n\nSamma.\n', 'b.md': '# B\n\nNytt.', 'c.md': '# C\n\nAlltihop.' },
      live,
    );
    expect(plans.map(({ file, kind }) => [file, kind])).toEqual([
      ['a.md', 'unchanged'],
      ['b.md', 'changed'],
      ['c.md', 'new'],
    ]);
    expect(plans[1]).toMatchObject({ before: live[1] });
  });

  it('goes on after a file that cannot be read, opened or named', async () => {
    const plans = await rehearse({
      'löner.xlsx': 'PK',
      'stängd.txt': 'FAILS',
      'sub/rutin.md': '# R\n\nEtt.',
      'other/rutin.md': '# R\n\nTvå.',
      [`${'å'.repeat(101)}.md`]: 'Text.',
      'bara rubriker.md': '# A\n\n## B',
      'sist.md': 'Text.',
    });
    expect(plans.map((plan) => (plan.kind === 'refused' ? plan.because : plan.kind))).toEqual([
      'type',
      'unopened',
      'new',
      'same-name',
      'name',
      'empty',
      'new',
    ]);
    for (const plan of plans) expect(describeFile(plan)[0]).toMatch(/^.+: .+ \/ .+$/);
    expect(describeFile(plans[1]!)[0]).toContain('(EACCES)');
  });

  it('leaves out the passages that hold a personnummer, says where, and never shows the number', async () => {
    const [plan] = await rehearse({
      'rutin.md': `# Avsluta\n\nChefen bokar.\n\n## Exempel\n\nSå här.\n\nAnna, ${NUMBER}, slutar.\n\nHR får besked.\n\n## Ärende ${NUMBER}\n\nText under.`,
    });
    expect(plan).toMatchObject({
      kind: 'new',
      document: {
        pieces: [
          { heading: 'Avsluta', text: 'Chefen bokar.' },
          { heading: 'Avsluta › Exempel', text: 'Så här.' },
          { heading: 'Avsluta › Exempel', text: 'HR får besked.' },
        ],
      },
    });
    const lines = describeFile(plan!);
    expect(lines.slice(1)).toEqual([
      '  personnummer: stycket utelämnas / passage left out: "Avsluta › Exempel"',
      '  personnummer: stycket utelämnas / passage left out: "***"',
    ]);
    expect(JSON.stringify(plan)).not.toContain('9805');
  });

  it('refuses a file whose name or every passage holds one', async () => {
    const plans = await rehearse({ [`Rehab ${NUMBER}.md`]: 'Text.', 'alla.md': `Anna ${NUMBER} slutar.` });
    expect(plans.map((plan) => plan.kind === 'refused' && plan.because)).toEqual([
      'personnummer-in-name',
      'personnummer-everywhere',
    ]);
  });

  it('lists headings with passages and words for a dry run', async () => {
    const [plan] = await rehearse({ 'a.md': 'Först av allt.\n\n# A\n\nEtt två.\n\n# B\n\nTre.' });
    if (plan?.kind !== 'new') throw new Error('refused');
    expect(describeFile(plan)).toEqual([
      'a.md: nytt / new: 3 stycken, 2 rubriker, 6 ord / 3 passages, 2 headings, 6 words',
    ]);
    expect(describeContents(plan)).toEqual([
      '  - (1, 3 ord / words)',
      '  A (1, 2 ord / words)',
      '  B (1, 1 ord / words)',
    ]);
  });
});
