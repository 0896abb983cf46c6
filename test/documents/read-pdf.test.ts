import { expect, it } from 'vitest';
import { heading, makePdf, scannedPage } from './support/make-files.js';
import { line, read } from './support/read.js';

const body =
  'När en medarbetare slutar ska närmaste chef bjuda in till ett avslutssamtal inom två veckor. Samtalet tar ungefär en timme och förs utifrån stadens mall. ';

/** Three pages with a head, a foot and page numbers, two levels of headings by size and one that is bold only. */
const handbook = () =>
  makePdf(
    (pdf) => {
      for (let page = 1; page <= 3; page++) {
        if (page > 1) pdf.addPage();
        pdf.fontSize(9).text('Stockholms stad   Handbok för chefer', 72, 40);
        pdf.y = 90;
        if (page === 1) {
          heading(pdf, 'Avsluta', 20);
          heading(pdf, 'Avslutssamtal');
          pdf.text(body.repeat(2));
          pdf.moveDown().font('Helvetica-Bold').text('Efter samtalet').font('Helvetica').text(body);
        }
        if (page === 2) {
          heading(pdf, 'Sista arbetsdagen');
          pdf.text('Den som slutar lämnar:').text('• tjänstekort och nycklar').text('• dator');
        }
        if (page === 3) {
          heading(pdf, 'Rekrytera', 20);
          pdf.text(body);
        }
        pdf.fontSize(9).text(`Sida ${page} (3)`, 72, 750, { lineBreak: false });
      }
    },
    { margins: { top: 30, bottom: 30, left: 72, right: 72 } },
  );

it('finds headings by size and font, joins broken lines, drops heads, feet and page numbers', async () => {
  const { title, blocks, pagesWithoutText } = await read('handbok.pdf', await handbook());
  expect(title).toBe('Avsluta');
  expect(blocks.map(line)).toEqual([
    '# Avsluta',
    '## Avslutssamtal',
    body.repeat(2).trim(),
    '### Efter samtalet',
    body.trim(),
    '## Sista arbetsdagen',
    'Den som slutar lämnar:',
    '- tjänstekort och nycklar',
    '- dator',
    '# Rekrytera',
    body.trim(),
  ]);
  expect(blocks.map(({ page }) => page)).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3]);
  expect(pagesWithoutText).toEqual([]);
});

it('joins words that are broken at the end of a line, and keeps the hyphens that belong to a word', async () => {
  const pdf = await makePdf((page) => {
    page
      .fontSize(11)
      .text('Chefen ansvarar för kompetens-')
      .text('försörjningen i Hägersten-')
      .text('Älvsjö och för miljö-')
      .text('och klimatarbetet.');
  });
  expect((await read('rutin.pdf', pdf)).blocks.map(line)).toEqual([
    'Chefen ansvarar för kompetensförsörjningen i Hägersten-Älvsjö och för miljö- och klimatarbetet.',
  ]);
});

it('goes on over a page break in the middle of a sentence', async () => {
  const pdf = await makePdf((page) => {
    page.fontSize(11).text('Chefen bokar samtalet och');
    page.addPage().text('skickar mallen i förväg.');
  });
  expect((await read('rutin.pdf', pdf)).blocks.map(line)).toEqual([
    'Chefen bokar samtalet och skickar mallen i förväg.',
  ]);
});

it('keeps the columns of a table apart', async () => {
  const pdf = await makePdf((page) => {
    page.fontSize(11).text('Dator', 72, 100).text('lämnas till IT-supporten', 250, 100);
    page.text('Nycklar', 72, 116).text('lämnas till receptionen', 250, 116);
  });
  expect((await read('rutin.pdf', pdf)).blocks.map(line)).toEqual([
    '| Dator lämnas till IT-supporten',
    '| Nycklar lämnas till receptionen',
  ]);
});

it('tells the pages that hold no text', async () => {
  const pdf = await makePdf((page) => {
    page.text('Första sidan.');
    page.addPage();
    scannedPage(page);
  });
  expect((await read('halv.pdf', pdf)).pagesWithoutText).toEqual([2]);
});
