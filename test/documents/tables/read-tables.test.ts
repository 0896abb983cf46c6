import { describe, expect, it } from 'vitest';
import { type DocumentTable, readTables, unreadableTableTexts } from '../../../src/documents/index.js';
import { makeBomb, makeLiar } from '../support/make-files.js';
import { makeDocxOf, makeXlsx } from './make-tables.js';

async function tablesOf(file: string, content: Uint8Array | string): Promise<readonly DocumentTable[]> {
  const result = await readTables(file, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  if (result.kind !== 'read') throw new Error(`${file}: ${result.because}`);
  return result.tables;
}

/** A row as "3: a | ^b | <c": ^ is merged from above, < from the left. */
const shown = ({ rows }: DocumentTable) =>
  rows.map(
    ({ row, cells }) =>
      `${row}: ${cells.map(({ text, merged }) => (merged === 'above' ? '^' : merged ? '<' : '') + text).join(' | ')}`,
  );

describe('readTables', () => {
  it('reads the sheets of a workbook with their row numbers, merged cells, dates and formatted text', async () => {
    const xlsx = await makeXlsx(
      {
        Utveckla: [
          ['Mål', 'Aktivitet', 'Klart'],
          ['A', 'Utbilda\n• Öva', new Date(Date.UTC(2020, 11, 31))],
          [null, { richText: [{ text: 'Följ ' }, { text: 'upp', font: { bold: true } }] }, 2020],
          [],
          ['Behålla'],
          [
            { text: 'intranätet', hyperlink: 'https://intranat.example' },
            { formula: '1+1', result: 2 },
            { error: '#REF!' },
          ],
        ],
        Avsluta: [['Mål']],
      },
      { Utveckla: ['A2:A3', 'A5:C5'] },
    );
    const [first, second, ...more] = await tablesOf('plan.xlsx', xlsx);
    expect(shown(first!)).toEqual([
      '1: Mål | Aktivitet | Klart',
      '2: A | Utbilda\n• Öva | 2020-12-31',
      '3: ^A | Följ upp | 2020',
      '5: Behålla | <Behålla | <Behålla',
      '6: intranätet | 2 | ',
    ]);
    expect([first!.name, second!.name, more.length]).toEqual(['Utveckla', 'Avsluta', 0]);
  });

  it('reads the tables of a Word document with what stands above them, merged cells, paragraphs and lists', async () => {
    const docx = await makeDocxOf(
      'Avdelning/Enhet: Förskola',
      [
        ['Mål', 'Aktivitet'],
        [{ text: 'Utveckla', columns: 2 }],
        [{ text: 'A', merge: 'start' }, ['Utbilda', '• Öva', '• Följ upp']],
        [{ text: '', merge: 'on' }, 'Granska'],
      ],
      'Ansvarig chef: N.N.',
      [['Mål'], ['B']],
    );
    const [first, second] = await tablesOf('plan.docx', docx);
    expect(shown(first!)).toEqual([
      '1: Mål | Aktivitet',
      '2: Utveckla | <Utveckla',
      '3: A | Utbilda\n• Öva\n• Följ upp',
      '4: ^A | Granska',
    ]);
    expect([first!.name, first!.before, second!.name, second!.before]).toEqual([
      'Tabell 1',
      ['Avdelning/Enhet: Förskola'],
      'Tabell 2',
      ['Ansvarig chef: N.N.'],
    ]);
  });

  it.each([';', ',', '\t'])('reads a CSV file parted by "%s", with lines within cells', async (delimiter) => {
    const text = [
      'Plan',
      ['Mål', 'Aktivitet'].join(delimiter),
      ['A', '"Utbilda\nÖva"'].join(delimiter),
      '',
      ['B', 'Följ upp'].join(delimiter),
    ];
    const [table] = await tablesOf('plan.csv', `\uFEFF${text.join('\r\n')}`);
    expect(shown(table!)).toEqual(['1: Plan', '2: Mål | Aktivitet', '3: A | Utbilda\nÖva', '6: B | Följ upp']);
  });

  it('reads a CSV file in the encoding of older Swedish Excel', async () => {
    const [table] = await tablesOf('plan.csv', Uint8Array.from(Buffer.from('Mål;Åtgärd\nÖka;Utbilda', 'latin1')));
    expect(shown(table!)).toEqual(['1: Mål | Åtgärd', '2: Öka | Utbilda']);
  });

  const OLE = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
  it.each<[what: string, file: string, make: () => Promise<Uint8Array> | Uint8Array, because: string]>([
    ['a password', 'plan.xlsx', () => OLE, 'password'],
    ['a password', 'plan.docx', () => OLE, 'password'],
    ['macros', 'plan.xlsm', () => OLE, 'macro'],
    ['macros under another name', 'plan.xlsx', withMacros, 'macro'],
    ['damage', 'plan.xlsx', async () => (await makeXlsx({ A: [['x']] })).slice(0, 900), 'damaged'],
    ['something else than its name says', 'plan.xlsx', () => makeDocxOf('x', [['y']]), 'damaged'],
    ['nothing', 'plan.xlsx', () => new Uint8Array(), 'empty'],
    ['no cell that holds something', 'plan.xlsx', () => makeXlsx({ A: [] }), 'empty'],
    ['no table', 'plan.docx', () => makeDocxOf('Bara text'), 'no-table'],
    ['4 GiB unpacked', 'plan.docx', makeBomb, 'too-large'],
    ['more than its directory says', 'plan.xlsx', makeLiar, 'damaged'],
    ['more than its directory says in Word', 'plan.docx', makeLiar, 'damaged'],
    ['too many rows', 'plan.csv', () => new TextEncoder().encode('a;b\n'.repeat(20_001)), 'too-many-rows'],
    ['a quote that never ends', 'plan.csv', () => new TextEncoder().encode('Mål;Akt\n"A;B\nC;D'), 'open-quote'],
    ['another type', 'plan.pdf', () => OLE, 'type'],
  ])('says of a file with %s (%s) why it cannot be read', async (_, file, make, because) => {
    expect(await readTables(file, await make())).toEqual({ kind: 'unreadable', because });
    for (const texts of Object.values(unreadableTableTexts))
      expect(texts[because as 'type'].length).toBeGreaterThan(10);
  });

  it('names the types that it reads', () => {
    expect(unreadableTableTexts.sv.type).toContain('.xlsx, .csv, .docx');
  });
});

/** A workbook whose zip holds a part by the name of Excel's macros. */
async function withMacros(): Promise<Uint8Array> {
  const xlsx = Buffer.from(await makeXlsx({ A: [['x']] }));
  const name = Buffer.from('xl/sharedStrings.xml');
  for (let at = xlsx.indexOf(name); at >= 0; at = xlsx.indexOf(name, at + 1)) xlsx.write('xl/xx/vbaProject.bin', at);
  return new Uint8Array(xlsx);
}
