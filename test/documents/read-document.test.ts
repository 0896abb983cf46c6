import { beforeAll, describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES, readDocument, type Unreadable, unreadableTexts } from '../../src/documents/index.js';
import { makeBomb, makeDocx, makePdf, scannedPage } from './support/make-files.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const OLE = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(504).fill(0)]);

describe('a file that cannot be read', () => {
  let docx: Uint8Array;
  let pdf: Uint8Array;
  beforeAll(async () => {
    docx = await makeDocx();
    pdf = await makePdf((page) => page.text('Rutin'));
  });

  const cases: readonly [string, string, () => Uint8Array | Promise<Uint8Array>, Unreadable][] = [
    ['of an unknown type', 'löner.xlsx', () => bytes('PK'), 'type'],
    ['without an ending', 'README', () => bytes('text'), 'type'],
    ['that is empty', 'tom.pdf', () => new Uint8Array(), 'empty'],
    ['of blank lines', 'tom.txt', () => bytes(' \n\n \n'), 'empty'],
    ['of blank Markdown', 'tom.md', () => bytes('---\ntitle: Tom\n---\n\n'), 'empty'],
    ['that is too large', 'stor.txt', () => new Uint8Array(MAX_FILE_BYTES + 1), 'too-large'],
    ['of too much text', 'lång.txt', () => bytes('ord '.repeat(800_000)), 'too-long'],
    ['.docx that unpacks to far more', 'bomb.docx', makeBomb, 'too-large'],
    ['.docx with a password', 'hemlig.docx', () => OLE, 'password'],
    ['.docx that is no zip', 'fel.docx', () => bytes('Rutin för avslut'), 'damaged'],
    ['.docx that was cut off', 'halv.docx', () => docx.slice(0, docx.length / 2), 'damaged'],
    ['.docx that is another zip', 'arkiv.docx', () => bytes('PK\u0003\u0004 och inget mer'), 'damaged'],
    [
      'PDF with a password',
      'hemlig.pdf',
      () => makePdf((page) => page.text('Hemligt'), { userPassword: 'a', ownerPassword: 'b', pdfVersion: '1.7' }),
      'password',
    ],
    ['PDF of scanned pages', 'skannad.pdf', () => makePdf(scannedPage), 'no-text'],
    ['PDF that is none', 'fel.pdf', () => bytes('Rutin för avslut'), 'damaged'],
    ['PDF that was cut off', 'halv.pdf', () => pdf.slice(0, 200), 'damaged'],
    ['text that is none', 'bild.txt', () => Uint8Array.from([0x89, 0x50, 0, 0, 0, 0x0d, 0xff]), 'damaged'],
  ];
  it.each(cases)('%s (%s) says why', async (_, file, content, because) => {
    expect(await readDocument(file, await content())).toEqual({ kind: 'unreadable', because });
  });

  it('has words for every reason, and what to do, in both languages', () => {
    for (const because of cases.map(([, , , reason]) => reason))
      for (const texts of Object.values(unreadableTexts)) expect(texts[because].length).toBeGreaterThan(8);
    expect(unreadableTexts.sv['too-large']).toContain('25 MB');
    expect(unreadableTexts.en.type).toContain('.docx, .pdf, .md, .txt');
  });

  it('leaves the bytes as they were, and takes them as node:fs gives them', async () => {
    const copy = pdf.slice();
    expect(await readDocument('rutin.pdf', pdf)).toMatchObject({ kind: 'read' });
    expect(pdf).toEqual(copy);
    for (const [file, bytes] of [
      ['rutin.pdf', pdf],
      ['rutin.docx', docx],
    ] as const)
      expect(await readDocument(file, Buffer.from(bytes))).toMatchObject({ kind: 'read' });
  });

  it('reads a PDF that only forbids changes', async () => {
    const locked = await makePdf((page) => page.text('Rutin för avslut'), { ownerPassword: 'b', pdfVersion: '1.7' });
    expect(await readDocument('låst.pdf', locked)).toMatchObject({ kind: 'read' });
  });
});
