import { expect, it } from 'vitest';
import { linesOf } from './support/read.js';

it('reads headings, paragraphs, lists, tables and quotes of a Markdown file', async () => {
  const lines = await linesOf(
    'rutin.md',
    '---\ntitle: Rutin\n---\n# Rutin\n\nChefen *håller* samtalet,\nse [mallen](https://example.org).\n\n## Steg\n\n1. Boka\n2. Träffas\n   - i lugn och ro\n\n| Vad | Vem |\n|---|---|\n| Samtal | Chef |\n\n> Citat\n\n```\nkod\n```\n<b>inte fet</b>',
  );
  expect(lines).toEqual([
    '# Rutin',
    'Chefen håller samtalet,\nse mallen.',
    '## Steg',
    '- Boka',
    '- Träffas',
    '- i lugn och ro',
    '| Vad | Vem',
    '| Samtal | Chef',
    'Citat',
    'kod',
    '<b>inte fet</b>',
  ]);
});

it('reads a file of an older Swedish editor, and one with a byte order mark', async () => {
  const latin = Uint8Array.from(Buffer.from('# Frånvaro\n\nChefen följer upp sjukfrånvaron.', 'latin1'));
  expect(await linesOf('rutin.md', latin)).toEqual(['# Frånvaro', 'Chefen följer upp sjukfrånvaron.']);
  const utf16 = Uint8Array.from(Buffer.from('\ufeff# Frånvaro\r\n', 'utf16le'));
  expect(await linesOf('rutin.md', utf16)).toEqual(['# Frånvaro']);
});
