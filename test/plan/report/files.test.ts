import { beforeEach, describe, expect, it } from 'vitest';
import { collectBytes, readDocument, readTables, streamXlsx } from '../../../src/documents/index.js';
import type { PlanReport, Round, RoundStore } from '../../../src/plan/index.js';
import { openStorage } from '../../../src/storage/index.js';
import { unzipped } from '../../documents/support/unzipped.js';
import { someItem, someResponse } from '../round/some-items.js';
import { FORSKOLA, itemsOf, NOW, ORGANISATION, storeRounds } from './some-report.js';

let report: PlanReport;
let rounds: RoundStore;
let round: Round;
const options = { locale: 'sv', now: NOW } as const;

beforeEach(async () => {
  const storage = openStorage({ kind: 'memory' });
  await storage.prepare();
  ({ report, rounds, round } = await storeRounds(storage));
});

async function docx(filter = {}, locale: 'sv' | 'en' = 'sv'): Promise<Uint8Array> {
  return report.docx((await report.summary(ORGANISATION, round.id, filter))!, { locale, now: NOW });
}

async function xlsx(filter = {}): Promise<Uint8Array> {
  return collectBytes(report.xlsx((await report.summary(ORGANISATION, round.id, filter))!, options));
}

async function blocksOf(bytes: Uint8Array) {
  const read = await readDocument('r.docx', bytes);
  if (read.kind === 'unreadable') throw new Error(read.because);
  return read.document.blocks;
}

async function tablesOf(file: string, bytes: Uint8Array) {
  const read = await readTables(file, bytes);
  if (read.kind === 'unreadable') throw new Error(read.because);
  return read.tables.map(({ name, rows }) => ({ name, rows: rows.map(({ cells }) => cells.map(({ text }) => text)) }));
}

describe('the Word document', () => {
  it('has the parts of a report as real headings, in their order', async () => {
    const headings = (await blocksOf(await docx())).filter(({ kind }) => kind === 'heading');
    expect(headings.map(({ level, text }) => `${level} ${text}`)).toEqual([
      '1 Uppföljning av kompetensförsörjningsplan, T1 2026',
      '1 Sammanfattning',
      '1 Läget',
      '1 Aktiviteter per fas',
      ...['Utveckla', 'Behålla', 'Attrahera', 'Rekrytera', 'Avsluta', 'Utan fas'].map((phase) => `2 ${phase}`),
      '1 Mål',
      '1 Indikatorer',
      '1 Avvikelser',
      '1 Flyttade måldatum',
      '1 Obesvarat',
      '1 Utveckling',
      '1 Definitioner',
    ]);
  });

  it('is accessible: language, title, marked heading rows, numbered headings, pictures with a text', async () => {
    const parts = unzipped(await docx());
    const document = parts['word/document.xml']!;
    expect(parts['word/styles.xml']).toContain('<w:lang w:val="sv-SE"/>');
    expect(parts['docProps/core.xml']).toContain(
      '<dc:title>Uppföljning av kompetensförsörjningsplan, T1 2026</dc:title>',
    );
    const tables = document.match(/<w:tbl>/g)!.length;
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(tables);
    expect(document.match(/<w:pStyle w:val="Caption"\/>/g)).toHaveLength(tables);
    const headings = document.match(/<w:pStyle w:val="Heading\d"\/>/g)!;
    expect(document.match(/<w:pStyle w:val="Heading\d"\/>(?:(?!<\/w:pPr>).)*<w:numPr>/g)).toHaveLength(headings.length);
    const pictures = document.match(/<wp:docPr [^>]*>/g)!;
    expect(pictures).toHaveLength(7);
    for (const picture of pictures) expect(picture).toMatch(/descr="Stapel: .+, \d+ %"/);
    expect(
      Object.entries(parts).some(([name, xml]) => name.startsWith('word/footer') && xml.includes('NUMPAGES')),
    ).toBe(true);
  });

  it('has a labelled place for who reviewed it and when, which the assistant leaves empty', async () => {
    const place = async (locale: 'sv' | 'en') => {
      const [head] = await tablesOf('r.docx', await docx({}, locale));
      return head!.rows.at(-1);
    };
    expect(await place('sv')).toEqual(['Granskad av (funktion), datum', '']);
    expect(await place('en')).toEqual(['Reviewed by (function), date', '']);
  });

  it('names functions, never persons', async () => {
    const text = (await blocksOf(await docx())).map((block) => block.text).join('\n');
    expect(text).toContain('Ansvarig funktion | HR-chef');
    expect(text).not.toContain('Sara Ekman');
    expect(text).not.toContain('rektor-1');
  });

  it('tells status or spread, comments, deviations with cause, action and date, goals and indicators', async () => {
    const rows = (await tablesOf('r.docx', await docx())).flatMap((table) => table.rows);
    const row = (start: string) => rows.find(([first]) => first?.startsWith(start));
    expect(row('Genomföra utvecklingssamtal')).toEqual([
      'Genomföra utvecklingssamtal med alla medarbetare och upprätta individuella kompetensplaner',
      'Rektor',
      'Våren 2026',
      'pågår 1\nklar 2\navvikelse 1\ninget svar 1',
      expect.stringMatching(
        /^Kometen, Förskola: Hälften av samtalen är hållna; resten är bokade\.\n[^]*\n… och 1 till, se Excel-filen\.$/,
      ),
    ]);
    expect(row('Medarbetarna vill stanna')?.slice(1)).toEqual([
      'uppfylls delvis',
      'Färre slutar, men sjukfrånvaron ligger kvar.',
    ]);
    expect(row('Sjukfrånvaro')?.slice(1)).toEqual([
      '8,2 %\nkvinnor/flickor: 8,9 %\nmän/pojkar: 4,2 %',
      '8,0',
      '7,0',
      '−0,7',
      'Lägre än i höstas.',
    ]);
    expect(rows.find((cells) => cells[2] === 'avvikelse')?.slice(3)).toEqual([
      'Två tjänster är vakanta sedan mars, så tiden räcker inte till handledning.',
      'Vi tar upp det med avdelningschefen i maj och börjar om efter sommaren.',
      '',
    ]);
    expect(rows.find((cells) => cells[2] === 'försenad')?.[5]).toBe('2026-12-31');
    expect(rows.filter((cells) => cells[0] === 'VB 2025')).toEqual([
      ['VB 2025', '36 av 44 (81 %)', '7 av 44 (15 %)', '11'],
    ]);
  });

  it('is of one department and phase when that is asked for, and in English for who reads English', async () => {
    const text = (await blocksOf(await docx({ department: 'Äldreomsorg', phase: 'behålla' }, 'en'))).map(
      (block) => block.text,
    );
    expect(text[0]).toBe('Follow-up of the competence supply plan, T1 2026');
    expect(text).toContain('Organisation | Hägersten-Älvsjö, Äldreomsorg');
    expect(text).toContain('Phase | Retain');
    expect(text.join('\n')).not.toContain('Rektor');
    expect(unzipped(await docx({}, 'en'))['word/styles.xml']).toContain('<w:lang w:val="en-GB"/>');
  });
});

describe('the workbook', () => {
  it('has one row an item, and one row an answer of all that were given', async () => {
    const unit = { organisation: ORGANISATION, round: round.id, department: 'Förskola', unit: 'Solen' };
    const stored = (await rounds.findItem(unit, `${FORSKOLA}/10`))!;
    const answers = [
      someResponse(2, { status: 'pågår', at: new Date('2026-04-21T08:30:00Z') }),
      someResponse(3, { status: 'klar', at: new Date('2026-04-22T22:30:00Z'), newDue: '2026-09-01' }),
    ];
    let { item, version } = stored;
    for (const response of answers) ({ item, version } = await rounds.save({ ...item, response }, version));
    const [items, history] = await tablesOf('r.xlsx', await xlsx());
    expect([items!.name, history!.name]).toEqual(['Aktiviteter', 'Historik']);
    expect(items!.rows).toHaveLength(1 + itemsOf(round.id).length);
    const [head, ...rows] = items!.rows as [string[], ...string[][]];
    const cell = (cells: string[], heading: string) => cells[head.indexOf(heading)];
    const changed = rows.find(
      (cells) => cell(cells, 'Enhet') === 'Solen' && cell(cells, 'Nyckel') === `${FORSKOLA}/10`,
    )!;
    expect(
      ['Status', 'Nytt måldatum', 'Besvarad', 'Svar nr', 'Svarande funktion'].map((one) => cell(changed, one)),
    ).toEqual(['klar', '2026-09-01', '2026-04-23', '3', 'Rektor']);
    expect(rows.filter((cells) => cell(cells, 'Status') === 'inget svar')).toHaveLength(8);
    expect(history!.rows.slice(1).map((cells) => cells[5])).toEqual(['pågår', 'klar']);
  });

  it('freezes and filters the heading row, and keeps dates as dates and formulas as text', async () => {
    const item = someItem(99, {
      ...{ round: round.id, unit: 'Ny', text: '=HYPERLINK("http://x","y")' },
      response: someResponse(1, { comment: '+46 70\u0000 @SUM(A1) -1', newDue: '2026-12-24' }),
    });
    await rounds.addUnit([item]);
    const bytes = await xlsx();
    const sheet = unzipped(bytes)['xl/worksheets/sheet1.xml']!;
    expect(sheet).toMatch(/<pane ySplit="1" topLeftCell="A2"[^>]* state="frozen"\/>/);
    expect(sheet).toContain('<autoFilter ref="A1:AA1"/>');
    expect(sheet).not.toContain('<f>');
    // 2026-12-24 as Excel counts days: a number that a style shows as a date, no text.
    expect(sheet).toMatch(/<c r="\w+" s="\d+"><v>46380<\/v>/);
    const [items] = await tablesOf('r.xlsx', bytes);
    const row = items!.rows.find((cells) => cells.includes('=HYPERLINK("http://x","y")'))!;
    expect(row).toContain('+46 70 @SUM(A1) -1');
    expect(row).toContain('2026-12-24');
  });

  it('ends with the error of its rows, and stops when its reader goes', async () => {
    const about = { title: 't', author: 'a', now: NOW };
    const columns = [{ heading: 'A', width: 10, kind: 'text' as const }];
    const failing = async function* () {
      yield ['one'];
      throw new Error('storage went');
    };
    await expect(collectBytes(streamXlsx([{ name: 'S', columns, rows: failing() }], about))).rejects.toThrow(
      'storage went',
    );
    let made = 0;
    const endless = async function* () {
      for (;;) {
        made += 1;
        yield ['x'.repeat(1000) + Math.random()];
      }
    };
    for await (const _part of streamXlsx([{ name: 'S', columns, rows: endless() }], about)) break;
    const then = made;
    await new Promise((done) => setTimeout(done, 50));
    expect(made - then).toBeLessThan(1000);
  });
});
