import { deflateRawSync } from 'node:zlib';
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import PDFDocument from 'pdfkit';

/** A real Word file: headings by style, a heading that is only bold, a list, a table. */
export async function makeDocx(): Promise<Uint8Array> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: 'Rutin för avslut', heading: HeadingLevel.HEADING_1 }),
          new Paragraph('Rutinen gäller alla chefer.'),
          new Paragraph({ text: 'Sista arbetsdagen', heading: HeadingLevel.HEADING_2 }),
          new Paragraph('Den som slutar lämnar tjänstekort, nycklar och dator.'),
          new Paragraph({ text: 'Chefen kvitterar.', bullet: { level: 0 } }),
          new Paragraph({ text: 'HR får en kopia.', bullet: { level: 0 } }),
          new Paragraph({ children: [new TextRun({ text: 'Utrustning', bold: true })] }),
          new Table({
            rows: [
              new TableRow({ children: [cell('Sak'), cell('Lämnas till')] }),
              new TableRow({ children: [cell('Dator'), cell('IT-supporten')] }),
            ],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

type Pdf = InstanceType<typeof PDFDocument>;

/** A real PDF; `write` draws on it. */
export async function makePdf(write: (pdf: Pdf) => void, options: PDFKit.PDFDocumentOptions = {}): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', margin: 72, ...options });
  const parts: Buffer[] = [];
  const done = new Promise<void>((resolve) => pdf.on('end', resolve));
  pdf.on('data', (part: Buffer) => parts.push(part));
  write(pdf);
  pdf.end();
  await done;
  return new Uint8Array(Buffer.concat(parts));
}

export function heading(pdf: Pdf, text: string, size = 16): void {
  pdf.moveDown().font('Helvetica-Bold').fontSize(size).text(text).font('Helvetica').fontSize(11);
}

/** One grey pixel: a page that somebody scanned holds a picture and nothing else. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

export function scannedPage(pdf: Pdf): void {
  pdf.image(PIXEL, 0, 0, { width: 595, height: 842 });
}

/** A Word file whose directory says that one of its files unpacks to 4 GiB. */
export async function makeBomb(): Promise<Uint8Array> {
  const docx = Buffer.from(await makeDocx());
  const entry = docx.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  docx.writeUInt32LE(0xffffffff, entry + 24);
  return new Uint8Array(docx);
}

/** A zip of one file that unpacks to 64 MB and whose directory says that it is 1000 bytes. */
export async function makeLiar(): Promise<Uint8Array> {
  const name = Buffer.from('xl/workbook.xml');
  const packed = deflateRawSync(Buffer.alloc(64_000_000, ' '));
  const about = Buffer.alloc(26);
  about.writeUInt16LE(8, 4);
  about.writeUInt32LE(packed.length, 14);
  about.writeUInt32LE(1000, 18);
  about.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), about, name, packed]);
  const entry = Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), about, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return new Uint8Array(Buffer.concat([local, entry, end]));
}
