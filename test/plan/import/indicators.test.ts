import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentTable } from '../../../src/documents/index.js';
import { type Before, comparePlan, importPlan, type ImportedPlan } from '../../../src/plan/index.js';
import { HEADINGS, table } from './tables.js';

const CITY = ['Indikator', 'Periodens utfall', 'Årsmål', 'KF:s årsmål', 'Periodicitet'];
const read = (...tables: DocumentTable[]) => importPlan(tables, { year: 2024 });
const taken = ({ indicators }: ImportedPlan) =>
  indicators.map(({ place, name, target, cityTarget, measure, periodicity }) => [
    ...[place.row, name, target, cityTarget, measure],
    ...(periodicity ? [periodicity] : []),
  ]);
const reported = ({ reports }: ImportedPlan) => reports.map(({ row, reason }) => `${row}: ${reason}`);

describe('a table of indicators', () => {
  it("is read in the city's columns, whatever their order, beside the activities", () => {
    const plan = read(
      table([HEADINGS, ['>Utveckla'], ['Mål', 'Utbilda', '2024', 'HR', '', '']], { name: 'Plan' }),
      table(
        [
          ['Period', 'KF:s årsmål\når 2024', 'Trend', 'Indikator', 'Årsmål 2024'],
          ['År', 'Tas fram av nämnd', 'upp', 'Andel nöjda\nbrukare', '94 %'],
          ['Tertial', '1,6 kg CO2 per kg', '', 'Klimatpåverkan', ''],
        ],
        { name: 'Indikatorer' },
      ),
    );
    expect(plan.activities).toHaveLength(1);
    expect(taken(plan)).toEqual([
      [2, 'Andel nöjda brukare', '94 %', 'Tas fram av nämnd', '%', 'År'],
      [3, 'Klimatpåverkan', '', '1,6 kg CO2 per kg', 'kg CO2 per kg', 'Tertial'],
    ]);
    expect(reported(plan)).toEqual(['1: headings', '2: phase', '1: headings']);
  });

  it('is asked about by women and men where it has columns for them, but for what a dash says is not split', () => {
    const headings = ['Indikator', 'Utfall kvinnor/flickor', 'Utfall\nmän / pojkar', 'Årsmål', 'Periodicitet'];
    const rows = [
      ['Sjukfrånvaro', '', '', '8 %', 'Tertial'],
      ['Aktivt medskapandeindex', '83', '–', '82', 'År'],
      ['Klimatpåverkan', '-', 'nej', '1,6', 'År'],
    ];
    const split = (...columns: string[][]) => read(table(columns)).indicators.map(({ bySex }) => bySex);
    expect(split(headings, ...rows)).toEqual([true, true, false]);
    expect(split(['Indicator', 'Women', 'Men', 'Target', 'Periodicity'], ...rows)).toEqual([true, true, false]);
    expect(split(CITY, ...rows)).toEqual([false, false, false]);
  });

  it('may stand below the activities in the same table, and activities below it again', () => {
    const plan = read(
      table([
        HEADINGS,
        ['Mål', 'Utbilda', '', 'HR', '', ''],
        [...CITY, ''],
        ['Sjukfrånvaro', '8,9 %', '8,5 %', '7 %', 'Tertial', ''],
        HEADINGS,
        ['Mål', 'Öva', '', 'HR', '', ''],
      ]),
    );
    expect(plan.activities.map(({ activity }) => activity)).toEqual(['Utbilda', 'Öva']);
    expect(taken(plan)).toEqual([[4, 'Sjukfrånvaro', '8,5 %', '7 %', '%', 'Tertial']]);
  });

  it('says why rows were not taken', () => {
    const long = 'x'.repeat(301);
    const plan = read(
      table([
        CITY,
        ['>Nämndmål: Invånarna är nöjda'],
        ['', '', '80 %', '', ''],
        ['Andel nöjda', '', '80 %', '', ''],
        ['andel  NÖJDA', '', '90 %', '', ''],
        [long, '', '1', '', ''],
        ['A', '', 'y'.repeat(101), '', ''],
        ['Ring 850709-9805', '', '1', '', ''],
        ['-', '', '80 %', '', ''],
      ]),
    );
    expect(taken(plan)).toEqual([[4, 'Andel nöjda', '80 %', '', '%']]);
    expect(reported(plan)).toEqual([
      '1: headings',
      '2: no-indicator',
      '3: no-indicator',
      '5: indicator-again',
      '6: indicator-too-long',
      '7: indicator-too-long',
      '8: personnummer',
      '9: no-indicator',
    ]);
    expect(JSON.stringify(plan)).not.toContain('850709');
  });

  it('is no larger than a row of storage takes', () => {
    const rows = Array.from({ length: 200 }, (_, at) => [`${at} ${'å'.repeat(290)}`, '', 'x'.repeat(90), '', 'År']);
    const plan = read(table([CITY, ...rows]));
    expect(JSON.stringify(plan.indicators.map(({ place: _, ...one }) => ({ id: '1', ...one }))).length).toBeLessThan(
      32_000,
    );
    expect(plan.indicators.length).toBeGreaterThan(50);
    expect(plan.indicators.length + plan.reports.length).toBe(201);
    expect(plan.reports.at(-1)!.reason).toBe('too-many-indicators');
  });

  it.each([
    [['Indikator', 'Kommentar']],
    [['Årsmål', 'KF:s årsmål']],
    [['Mål', 'Aktivitet', 'Indikator', 'Årsmål', 'Ansvarig']],
  ])('is not one with the headings %j', (headings) => {
    expect(read(table([headings, headings.map(() => 'x')])).indicators).toEqual([]);
  });

  const cell = fc.constantFrom(
    '',
    '',
    'Andel nöjda',
    'andel nöjda',
    '80 %',
    'Indikator',
    'Årsmål',
    'KF:s årsmål',
    'År',
    '-',
    '850709-9805',
    'Utbilda',
    'Utveckla',
    '^',
  );
  const anyTables = fc
    .array(
      fc.record({
        rows: fc.array(
          fc.oneof(
            fc.constant(CITY),
            fc.constant(HEADINGS),
            fc.constant(['>Behålla']),
            fc.array(cell, { minLength: 1, maxLength: 6 }),
          ),
          { minLength: 1, maxLength: 10 },
        ),
        name: fc.constantFrom('', 'Utveckla', 'Indikatorer'),
      }),
      { maxLength: 3 },
    )
    .map((made) => made.map(({ rows, name }, at) => table(rows, { name: `${name}#${at}` })));

  it('makes each row the source of an indicator or an activity or reports it, never two of them and never none', () => {
    let sources = 0;
    fc.assert(
      fc.property(anyTables, (tables) => {
        const plan = read(...tables);
        const keyOf = ({ table, row }: { table: string; row: number }) => `${table}:${row}`;
        const activities = new Set(plan.activities.map(({ place }) => keyOf(place)));
        const indicators = plan.indicators.map(({ place }) => keyOf(place));
        sources += indicators.length;
        const all = tables.flatMap(({ name, rows }) => rows.map(({ row }) => `${name}:${row}`));
        expect([...activities, ...indicators, ...plan.reports.map(keyOf)].sort()).toEqual(all.sort());
      }),
      { numRuns: 1000 },
    );
    expect(sources).toBeGreaterThan(200);
  });

  it('keeps every word of a name and of its targets', () => {
    const text = fc.array(fc.constantFrom('Andel', 'nöjda', '\n', '94 %', 'KF', ' – ', 'brukare,', '(äldre)'), {
      minLength: 1,
      maxLength: 8,
    });
    const words = (one: string) => one.match(/[\p{L}\p{N}]+/gu) ?? [];
    fc.assert(
      fc.property(text, text, text, (...cells) => {
        const [name, target, city] = cells.map((parts) => parts.join(' ')) as [string, string, string];
        const [one] = read(table([CITY, [name, '', target, city, 'År']])).indicators;
        if (words(name).length === 0) {
          expect(one).toBeUndefined();
          return;
        }
        expect([words(one!.name), words(one!.target), words(one!.cityTarget)]).toEqual([
          words(name),
          words(target),
          words(city),
        ]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('indicators that are imported again', () => {
  const head = { organisation: 'Älvsjö', id: '2024-forskola', title: 'Plan', year: 2024, file: 'plan.xlsx' };
  const now = new Date('2024-05-10T09:00:00Z');
  const plan = (indicators: readonly (readonly string[])[], activities = ['Utbilda'], before?: Before) => {
    const imported = read(
      table([HEADINGS, ['>Utveckla'], ...activities.map((one) => ['Mål', one, '', 'HR', '', ''])]),
      table(indicators.length > 0 ? [CITY, ...indicators] : [['']], { name: 'I' }),
    );
    return comparePlan({ head, drafts: imported.activities, indicators: imported.indicators, before, now });
  };
  const row = (name: string, target = '80 %') => [name, '', target, '', 'År'];
  const ids = ({ result }: ReturnType<typeof plan>) => result.plan.indicators.map(({ id, name }) => `${id} ${name}`);

  it('keep their ids when they move or are reworded, and show what changed', () => {
    const first = plan([row('Andel nöjda med bemötandet'), row('Sjukfrånvaro')]);
    expect(ids(first)).toEqual(['2 Andel nöjda med bemötandet', '3 Sjukfrånvaro']);
    const again = plan(
      [row('Sjukfrånvaro', '75 %'), row('Andel nöjda med allt bemötandet')],
      ['Utbilda'],
      first.result,
    );
    expect(ids(again)).toEqual(['3 Sjukfrånvaro', '2 Andel nöjda med allt bemötandet']);
    expect(again.indicators.changed.map(({ after }) => after.id).sort()).toEqual(['2', '3']);
    expect([again.indicators.added, again.indicators.gone]).toEqual([[], []]);
  });

  it('never get a number that an indicator or an activity had', () => {
    const first = plan([row('Andel nöjda'), row('Sjukfrånvaro')]);
    const second = plan([row('Sjukfrånvaro')], ['Utbilda', 'Något helt annat'], first.result);
    expect(second.indicators.gone.map(({ id }) => id)).toEqual(['2']);
    const third = plan(
      [row('Sjukfrånvaro'), row('Personalomsättning')],
      ['Utbilda', 'Något helt annat'],
      second.result,
    );
    expect(ids(third)).toEqual(['3 Sjukfrånvaro', '5 Personalomsättning']);
    expect(third.result.activities.map(({ id }) => id)).toEqual(['1', '4']);
  });

  it('stay when the file says nothing about them', () => {
    const first = plan([row('Andel nöjda')]);
    const again = plan([], ['Utbilda'], first.result);
    expect(ids(again)).toEqual(['2 Andel nöjda']);
    expect([again.indicators.gone, again.result.plan.lastNumber]).toEqual([[], 2]);
  });
});
