import type * as Docx from 'docx';
import { CAPTION, CELL, PAGE_WIDTH } from './docx-styles.js';
import type { WrittenBars, WrittenTable } from './written-document.js';

/** One dark pixel, stretched to a bar: a picture that needs no drawing package. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGOw9ooBAAGlAOI+dg0WAAAAAElFTkSuQmCC',
  'base64',
);
const LINE = { style: 'single', size: 4, color: 'B5B5B5' } as const;
const NO_LINE = { style: 'none', size: 0, color: 'auto' } as const;
const HEAD = 'EDEDED';
const BAR_HEIGHT = 11;
/** Of the widest bar, in pixels of 1/96 inch: the bar's column less its margins. */
const BAR_WIDTH = 230;
const BAR_COLUMNS = [0.34, 0.26, 0.4] as const;

type Child = Docx.Paragraph | Docx.Table;

/** Makes tables with the library, which is loaded when a document is written. */
export function createTables(docx: typeof Docx) {
  const { ImageRun, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } = docx;
  const cell = (width: number, children: Docx.Paragraph[], isHead = false) =>
    new TableCell({
      children,
      width: { size: width, type: WidthType.DXA },
      ...(isHead ? { shading: { type: 'clear' as const, fill: HEAD, color: 'auto' } } : {}),
    });
  const lines = (text: string, { isNumber = false, isHead = false } = {}) =>
    text.split('\n').map(
      (line) =>
        new Paragraph({
          style: CELL,
          alignment: isNumber ? 'right' : 'left',
          // A heading row never stands alone at the end of a page.
          ...(isHead ? { keepNext: true } : {}),
          children: [new TextRun(isHead ? { text: line, bold: true } : { text: line })],
        }),
    );
  const table = (widths: readonly number[], rows: Docx.TableRow[]) =>
    new Table({
      rows,
      columnWidths: [...widths],
      width: { size: PAGE_WIDTH, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      margins: { left: 85, right: 85, top: 20, bottom: 20 },
      borders: {
        top: LINE,
        bottom: LINE,
        insideHorizontal: LINE,
        left: NO_LINE,
        right: NO_LINE,
        insideVertical: NO_LINE,
      },
      tableLook: { firstRow: true, firstColumn: false, lastRow: false, noHBand: true, noVBand: true },
    });
  const caption = (name: string) => new Paragraph({ style: CAPTION, text: name });
  const after = () => new Paragraph({ children: [], spacing: { after: 0, line: 160 } });

  return {
    table({ name, columns, rows }: Omit<WrittenTable, 'kind'>): Child[] {
      const widths = widthsOf(columns.map(({ width }) => width));
      const head = new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ heading, isNumber }, at) =>
          cell(widths[at]!, lines(heading, { isNumber, isHead: true }), true),
        ),
      });
      const body = rows.map(
        (cells) =>
          new TableRow({
            cantSplit: true,
            children: columns.map(({ isNumber }, at) => cell(widths[at]!, lines(cells[at] ?? '', { isNumber }))),
          }),
      );
      return [caption(name), table(widths, [head, ...body]), after()];
    },

    bars({ name, headings, bars }: Omit<WrittenBars, 'kind'>): Child[] {
      const widths = widthsOf(BAR_COLUMNS);
      const [label, value, bar] = widths as [number, number, number];
      const head = new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: [
          cell(label, lines(headings.label, { isHead: true }), true),
          cell(value, lines(headings.value, { isNumber: true, isHead: true }), true),
          cell(bar, lines(headings.bar, { isHead: true }), true),
        ],
      });
      const body = bars.map(({ share, alt, ...text }) => {
        const picture = new ImageRun({
          type: 'png',
          data: PIXEL,
          transformation: { width: Math.max(1, Math.round(share * BAR_WIDTH)), height: BAR_HEIGHT },
          altText: { name: alt, title: alt, description: alt },
        });
        return new TableRow({
          cantSplit: true,
          children: [
            cell(label, lines(text.label)),
            cell(value, lines(text.value, { isNumber: true })),
            cell(bar, [new Paragraph({ style: CELL, children: share > 0 ? [picture] : [] })]),
          ],
        });
      });
      return [caption(name), table(widths, [head, ...body]), after()];
    },
  };
}

function widthsOf(shares: readonly number[]): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((PAGE_WIDTH * share) / whole));
}
