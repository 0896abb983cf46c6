import { describe, expect, it } from 'vitest';
import { readDocument, readTables, writeDocx } from '../../../src/documents/index.js';
import { caseItems, type ExitCase } from '../../../src/exit/index.js';
import { wordFile } from '../../../src/exit/start/word/word-file.js';
import { wordList } from '../../../src/exit/start/word/word-list.js';
import { loadChecklist } from '../../../src/knowledge/index.js';
import { createDirectory } from '../../../src/people/index.js';
import { KARIN, SARA } from '../../bot/support/people.js';
import { unzipped } from '../../documents/support/unzipped.js';
import { someCase } from '../case/some-case.js';
import { EVERYBODY } from './support/leavers.js';

const checklist = loadChecklist('knowledge');
const directory = createDirectory(EVERYBODY);
const exitCase = someCase({
  employee: SARA.id,
  manager: KARIN.id,
  ticks: { 'AVS-01': { chef: { state: 'done', at: new Date(), due: '2026-09-03', form: 'f' } } },
});
const listOf = (one: ExitCase, locale: 'sv' | 'en') =>
  wordList(one, { items: caseItems(one, checklist, { hr: ['h'] }), directory, locale });

describe('the list on paper', () => {
  it('has a heading and a table for each who has something to do, and a row for each item', async () => {
    const bytes = await writeDocx(listOf(exitCase, 'sv'));
    const read = await readDocument('lista.docx', bytes);
    if (read.kind === 'unreadable') throw new Error(read.because);
    const headings = read.document.blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => text);
    expect(headings).toEqual([
      ...['Checklista inför avslut: Sara Ekman', 'Om avslutet', 'Medarbetaren gör', 'Chefen gör'],
      ...['Registrator gör', 'HR gör', 'IT gör', 'Lön gör'],
    ]);
    const tables = await readTables('lista.docx', bytes);
    if (tables.kind === 'unreadable') throw new Error(tables.because);
    const rows = tables.tables.map((table) => table.rows.map(({ cells }) => cells.map(({ text }) => text)));
    expect(rows[0]).toContainEqual(['Arbetsplats', 'Sara Ekman, Barnskötare, Förskolorna Solberga']);
    expect(rows[1]![0]).toEqual(['Vad', 'Vem', 'Senast', 'Hjälp', 'Läge']);
    expect(rows[1]).toContainEqual([
      'Lämna tillbaka dator, telefon och hemlånad utrustning; kvittera',
      expect.stringMatching(/^Medarbetaren\s+Chefen$/),
      '2026-11-27',
      expect.stringMatching(/^Båda bockar av: det är kvittot\./),
      'Kvar',
    ]);
    expect(rows[2]![1]).toEqual([
      'Ta emot uppsägningen skriftligt och bekräfta sista anställningsdag',
      ...['Chefen', '2026-09-03'],
      expect.stringContaining('Uppsägningstiden räknas'),
      'Klart',
    ]);
  });

  it('is accessible: language, title, marked heading rows', async () => {
    const parts = unzipped(await writeDocx(listOf(exitCase, 'en')));
    const document = parts['word/document.xml']!;
    expect(parts['word/styles.xml']).toContain('<w:lang w:val="en-GB"/>');
    expect(parts['docProps/core.xml']).toContain('<dc:title>Exit checklist: Sara Ekman</dc:title>');
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(document.match(/<w:tbl>/g)!.length);
    expect(document).toContain('What the employee does');
    expect(document).not.toContain('What The');
  });

  it('is a file of the person’s name, without signs that no file may have', async () => {
    const odd = createDirectory([{ ...SARA, name: 'Sara/../Ek:man' }]);
    const file = wordFile(exitCase, { items: [], directory: odd, locale: 'sv' });
    expect(file.name).toBe('Checklista avslut Sara-..-Ek-man.docx');
    expect((await file.bytes()).length).toBeGreaterThan(1000);
  });
});
