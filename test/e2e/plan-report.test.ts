import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectBytes, readDocument } from '../../src/documents/index.js';
import { openStorage } from '../../src/storage/index.js';
import { NOW, ORGANISATION, storeRounds } from '../plan/report/some-report.js';

/** The report's files as an office program opens them; its pages as pictures lie in `test-results/report`. */
const PAGES = 'test-results/report';
const run = promisify(execFile);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-'));
  mkdirSync(PAGES, { recursive: true });
  const storage = openStorage({ kind: 'memory' });
  await storage.prepare();
  const { report, round } = await storeRounds(storage);
  const summary = (await report.summary(ORGANISATION, round.id))!;
  const options = { locale: 'sv', now: NOW } as const;
  await writeFile(join(folder, 'word.docx'), await report.docx(summary, options));
  await writeFile(join(folder, 'excel.xlsx'), await collectBytes(report.xlsx(summary, options)));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Opens the file in LibreOffice, which writes it as PDF; draws its pages. Gives the text by page. */
async function opened(file: string): Promise<readonly string[]> {
  const name = file.replace(/\.\w+$/, '');
  // A profile of its own: an office program that is open already would take the file instead.
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, file)]).catch(
    (error: Error) => {
      throw new Error('LibreOffice did not open the file (apt-get install libreoffice-writer libreoffice-calc).', {
        cause: error,
      });
    },
  );
  await run('pdftoppm', ['-r', '70', '-png', join(folder, `${name}.pdf`), join(PAGES, name)]);
  const read = await readDocument(`${name}.pdf`, await readFile(join(folder, `${name}.pdf`)));
  if (read.kind === 'unreadable') throw new Error(read.because);
  const pages: string[] = [];
  for (const { page = 1, text } of read.document.blocks) pages[page - 1] = `${pages[page - 1] ?? ''}${text}\n`;
  return pages;
}

describe('the report in LibreOffice', () => {
  it('is a Word document of numbered sections over several pages, heading rows again on each', async () => {
    const pages = await opened('word.docx');
    const text = pages.join('\n');
    expect(pages.length).toBeGreaterThanOrEqual(5);
    expect(pages[0]).toContain('Uppföljning av kompetensförsörjningsplan, T1 2026');
    expect(pages[0]).toMatch(/1\s+Sammanfattning/);
    expect(text).toMatch(/3\.1\s+Utveckla/);
    expect(text).toMatch(/10\s+Definitioner/);
    expect(text).toContain('Svar: 38 av 46 punkter (82 %) är besvarade.');
    expect((await readdir(PAGES)).filter((file) => file.startsWith('word'))).toHaveLength(pages.length);
  });

  it('is a workbook of two sheets, dates as dates', async () => {
    const text = (await opened('excel.xlsx')).join('\n');
    for (const word of [
      'Ansvarig funktion',
      'Nytt måldatum',
      'Gläntan',
      'inget svar',
      '2026-12-31',
      '2026-04-20 10:00',
    ])
      expect(text).toContain(word);
  });
});
