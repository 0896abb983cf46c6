import type * as Docx from 'docx';
import { HEADINGS, MARGIN, numbering, PAGE_NUMBER, stylesIn } from './docx-styles.js';
import { createTables } from './docx-tables.js';
import type { Part, WrittenDocument } from './written-document.js';

/**
 * A Word document on A4: real heading styles, numbered; tables whose heading row is marked and comes again on each page; page
 * numbers; the language and title that a screen reader needs.
 */
export async function writeDocx(written: WrittenDocument): Promise<Uint8Array> {
  // Loaded when it is needed: it costs the bot's start a fifth of a second.
  const docx = await import('docx');
  const { Document, Footer, Packer, PageNumber, Paragraph, TextRun } = docx;
  const { title, language, author, subject, words } = written;
  const number = new Paragraph({
    style: PAGE_NUMBER,
    alignment: 'right',
    children: [
      new TextRun({
        children: [`${words.page} `, PageNumber.CURRENT, ` ${words.of} `, PageNumber.TOTAL_PAGES],
      }),
    ],
  });
  const document = new Document({
    ...{ title, subject, creator: author, lastModifiedBy: author, description: subject },
    styles: stylesIn(language),
    numbering,
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        footers: { default: new Footer({ children: [number] }) },
        children: childrenOf(docx, written),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function childrenOf(docx: typeof Docx, { parts, words }: WrittenDocument): (Docx.Paragraph | Docx.Table)[] {
  const { HeadingLevel, Paragraph } = docx;
  const tables = createTables(docx);
  let number = 0;
  const named = <Written extends { readonly name: string }>(part: Written): Written => ({
    ...part,
    name: `${words.table} ${(number += 1)}. ${part.name}`,
  });
  const toChildren = (part: Part): (Docx.Paragraph | Docx.Table)[] => {
    switch (part.kind) {
      case 'title':
        return [new Paragraph({ heading: HeadingLevel.TITLE, text: part.text })];
      case 'heading': {
        const heading = part.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
        return [new Paragraph({ heading, text: part.text, numbering: { reference: HEADINGS, level: part.level - 1 } })];
      }
      case 'paragraph':
        return [new Paragraph(part.text)];
      case 'list':
        return part.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }));
      case 'table':
        return tables.table(named(part));
      case 'bars':
        return tables.bars(named(part));
    }
  };
  return parts.flatMap(toChildren);
}
