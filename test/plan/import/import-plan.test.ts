import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentTable } from '../../../src/documents/index.js';
import { importPlan, type ImportedPlan } from '../../../src/plan/index.js';
import { HEADINGS, table } from './tables.js';

const read = (...tables: DocumentTable[]) => importPlan(tables, { year: 2019 });
/** "row: phase: activity" of each activity. */
const taken = ({ activities }: ImportedPlan) =>
  activities.map(({ place, phase, activity }) => `${place.row}: ${phase}: ${activity}`);
const reported = ({ reports }: ImportedPlan) => reports.map(({ row, reason }) => `${row}: ${reason}`);

describe('importPlan', () => {
  it("reads the city's template with all its columns", () => {
    const plan = read(
      table([
        HEADINGS,
        ['>Utveckla'],
        [
          'Kunskap om demens',
          '• Silviadiplomering\n• Webbutbildning',
          'Våren 2020',
          'Enhetschefer och HR-konsult',
          '20 tim',
          'Tertialer samt VB',
        ],
      ]),
    );
    expect(plan.activities).toEqual([
      {
        phase: 'utveckla',
        area: '',
        goal: 'Kunskap om demens',
        activity: 'Silviadiplomering',
        due: { kind: 'period', from: '2020-01-01', to: '2020-06-30', as: 'Våren 2020' },
        responsible: ['Enhetschefer', 'HR-konsult'],
        resources: '20 tim',
        followUp: { at: ['T1', 'T2', 'VB'], comment: '' },
        place: { table: '', row: 3, part: 1 },
      },
      expect.objectContaining({ activity: 'Webbutbildning', place: { table: '', row: 3, part: 2 } }),
    ]);
    expect(reported(plan)).toEqual(['1: headings', '2: phase']);
    expect(plan.remarks).toEqual([]);
  });

  it('finds the columns under other headings, in another order and over two rows', () => {
    const plan = read(
      table([
        ['Nr', 'Vem ansvarar?', 'Mål', 'Åtgärd', 'Klart senast', 'Prioritet'],
        ['', '(Funktion)', '', 'Hur gör vi?', 'Datum', ''],
        ['1', 'Rektor', 'Fler kan mer', 'Utbilda', 'T2', 'hög'],
      ]),
    );
    expect(plan.activities).toMatchObject([
      { goal: 'Fler kan mer', activity: 'Utbilda', responsible: ['Rektor'], due: { to: '2019-08-31' } },
    ]);
    expect(reported(plan)).toEqual(['1: headings', '2: headings']);
    expect(plan.remarks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'unknown-column: Prioritet',
      'no-phase: Utbilda',
    ]);
  });

  it('takes the phase from a heading row, a sheet or a column, and the goal from above', () => {
    const columns = ['Område', 'Mål', 'Aktivitet', 'Ansvarig'];
    const rows = read(
      table([
        HEADINGS,
        ['>BEHÅLLA:'],
        ['Mål A', 'Ett', '', 'HR'],
        ['', 'Två', '', 'HR'],
        ['>2. Avsluta'],
        ['', 'Tre', '', 'HR'],
      ]),
    );
    expect(taken(rows)).toEqual(['3: behålla: Ett', '4: behålla: Två', '6: avsluta: Tre']);
    expect(rows.activities.map(({ goal }) => goal)).toEqual(['Mål A', 'Mål A', '']);
    expect(taken(read(table([HEADINGS, ['', 'Ett', '', 'HR']], { name: 'Rekrytera 2020' })))).toEqual([
      '2: rekrytera: Ett',
    ]);
    expect(
      taken(
        read(table([columns, ['Utveckla', 'A', 'Ett', 'HR'], ['^', '^', 'Två', 'HR'], ['Avsluta', 'B', 'Tre', 'HR']])),
      ),
    ).toEqual(['2: utveckla: Ett', '3: utveckla: Två', '4: avsluta: Tre']);
  });

  it('gives merged cells to each row that they reach, but an activity only to its own', () => {
    const plan = read(
      table([
        HEADINGS,
        ['>Utveckla'],
        ['Mål', 'Ett', '2020', 'HR', '', 'VB'],
        ['^', 'Två', '^', '^', '^', '^'],
        ['^', '^', '^', '^', '^', '^'],
      ]),
    );
    expect(
      plan.activities.map(({ activity, due, responsible, followUp }) => [activity, due.kind, responsible, followUp.at]),
    ).toEqual([
      ['Ett', 'period', ['HR'], ['VB']],
      ['Två', 'period', ['HR'], ['VB']],
    ]);
    expect(reported(plan)).toEqual(['1: headings', '2: phase', '5: merged']);
  });

  it('goes on in a table without headings that is as wide, and says where there are none', () => {
    const first = table([HEADINGS, ['>Utveckla'], ['Mål', 'Ett', '', 'HR', '', '']], { name: 'Tabell 1' });
    const next = table([['Mål 2', 'Två', '', 'HR', '', '']], { name: 'Tabell 2' });
    const other = table([['Anna', '070']], { name: 'Tabell 3' });
    const plan = read(first, next, other);
    expect(taken(plan)).toEqual(['3: utveckla: Ett', '1: utveckla: Två']);
    expect(reported(plan)).toEqual(['1: headings', '2: phase', '1: no-headings']);
  });

  it('says why rows were not taken', () => {
    const plan = read(
      table([
        ['Kompetensförsörjningsplan 2020'],
        ['Läs först anvisningen'],
        HEADINGS,
        ['Bara ett mål', '', '2020', 'HR'],
        ['Mål', 'Ring 850709-9805', '', 'HR'],
        ['Mål', 'x'.repeat(5000), '', 'HR'],
      ]),
    );
    expect(plan.activities).toEqual([]);
    expect(reported(plan)).toEqual([
      '1: page-head',
      '2: before-headings',
      '3: headings',
      '4: no-activity',
      '5: personnummer',
      '6: too-long',
    ]);
    expect(JSON.stringify(plan)).not.toContain('850709');
  });

  it('takes the rows of one department of a file with several', () => {
    const of = (head: string, activity: string) =>
      table([HEADINGS, ['>Utveckla'], ['Mål', activity, '', 'HR', '', '']], { before: [head] });
    const tables = [
      of('Avdelning/Enhet: Förskola Datum: 2019-11-18', 'Ett'),
      of('Avdelning/Enhet: Avdelningen för äldreomsorg Datum: 2019', 'Två'),
    ];
    const plan = importPlan(tables, { year: 2019, department: 'Äldreomsorg' });
    expect(taken(plan)).toEqual(['3: utveckla: Två']);
    expect(reported(plan)).toContain('3: other-department');
  });

  it('gives each activity its own date when there is one a line, else all the whole time', () => {
    const due = (activity: string, dates: string) => {
      const plan = read(table([HEADINGS, ['>Utveckla'], ['Mål', activity, dates, 'HR']]));
      return [
        plan.activities.map(({ due }) => ('to' in due ? due.to : due.kind)),
        plan.remarks.map(({ kind }) => kind),
      ];
    };
    expect(due('Utbilda\nÖva', '2020\nVåren 2021')).toEqual([['2020-12-31', '2021-06-30'], []]);
    expect(due('Utbilda\nÖva\nGranska', 'Mars 2020\nDecember 2020')).toEqual([
      ['2020-12-31', '2020-12-31', '2020-12-31'],
      ['due-shared'],
    ]);
    expect(due('Ett', 'snarast')).toEqual([['unclear'], ['due-unclear']]);
  });

  const cell = fc.constantFrom(
    '',
    '',
    'Utveckla',
    'Mål',
    'Aktivitet',
    'Ansvarig',
    'Utbilda',
    '• Öva\n• Följ upp',
    'Avdelning/Enhet: Förskola',
    '850709-9805',
    '-',
    'Enhetschef',
    '2020',
    'HR; HR-chef',
    '^',
    'Stärka genom:\nUtbildning; APT',
  );
  const anyTables = fc
    .array(
      fc.record({
        rows: fc.array(
          fc.oneof(fc.constant(HEADINGS), fc.constant(['>Behålla']), fc.array(cell, { minLength: 1, maxLength: 6 })),
          { minLength: 1, maxLength: 9 },
        ),
        name: fc.constantFrom('', 'Utveckla', 'Blad 1'),
      }),
      { maxLength: 3 },
    )
    .map((made) => made.map(({ rows, name }, at) => table(rows, { name: `${name}#${at}` })));

  it('makes each row the source of an activity or reports it, never both and never neither', () => {
    let sources = 0;
    fc.assert(
      fc.property(anyTables, (tables) => {
        const plan = read(...tables);
        const from = new Set(plan.activities.map(({ place }) => `${place.table}:${place.row}`));
        sources += from.size;
        const found = [...from, ...plan.reports.map((report) => `${report.table}:${report.row}`)];
        const all = tables.flatMap(({ name, rows }) => rows.map(({ row }) => `${name}:${row}`));
        expect(found.sort()).toEqual(all.sort());
      }),
      { numRuns: 500 },
    );
    expect(sources).toBeGreaterThan(200);
  });

  it('keeps every word of an activity cell in one of its activities', () => {
    const text = fc.array(
      fc.constantFrom(
        'Utbilda',
        'chefer',
        'och',
        '\n• ',
        '; ',
        ':\n',
        '\n',
        ' (HLR; ',
        'brand) ',
        'APT',
        'genom',
        '2020',
      ),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(
        fc.array(
          text.map((parts) => parts.join(' ')),
          { minLength: 1, maxLength: 5 },
        ),
        (cells) => {
          const plan = read(table([HEADINGS, ['>Utveckla'], ...cells.map((one) => ['Mål', one, '', 'HR', '', ''])]));
          for (const [at, one] of cells.entries()) {
            const own = plan.activities.filter(({ place }) => place.row === at + 3).map(({ activity }) => activity);
            const kept = new Set(own.join(' ').match(/[\p{L}\p{N}]+/gu));
            expect((one.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !kept.has(word))).toEqual([]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
