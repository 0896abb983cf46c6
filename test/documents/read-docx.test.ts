import { expect, it } from 'vitest';
import { makeDocx } from './support/make-files.js';
import { line, read } from './support/read.js';

it('reads headings, paragraphs, lists and tables of a Word document', async () => {
  const { title, blocks } = await read('rutin.docx', await makeDocx());
  expect(title).toBe('Rutin för avslut');
  expect(blocks.map(line)).toEqual([
    '# Rutin för avslut',
    'Rutinen gäller alla chefer.',
    '## Sista arbetsdagen',
    'Den som slutar lämnar tjänstekort, nycklar och dator.',
    '- Chefen kvitterar.',
    '- HR får en kopia.',
    '####### Utrustning',
    '| Sak | Lämnas till',
    '| Dator | IT-supporten',
  ]);
});
