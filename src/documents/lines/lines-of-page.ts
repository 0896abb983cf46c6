import type { Line } from './line.js';

/** What pdf.js says of a piece of text on a page. */
export interface PdfItem {
  readonly str: string;
  readonly width: number;
  readonly height: number;
  /** [.., .., .., .., x, y], in points from the lower left corner. */
  readonly transform: readonly number[];
  readonly fontName: string;
  readonly hasEOL: boolean;
}

/** Heads and feet have at most so many lines. */
const EDGE_LINES = 3;
/** In heights of a letter: a wider hole in a line is a gap between columns, a narrow one a space that the file left out. */
const COLUMN_GAP = 1.5;
const SPACE = 0.15;
/** In heights of a letter: lines of one paragraph stand about 1.2 apart. */
const PARAGRAPH_GAP = 1.75;

interface Row {
  text: string;
  readonly y: number;
  end: number;
  size: number;
  font: string;
}

/** The lines of one page in the order of the file, which is that of reading but for rare layouts. */
export function linesOfPage(items: readonly PdfItem[], page: number): Line[] {
  const rows = rowsOf(items)
    .map((row) => ({
      ...row,
      text: row.text
        .replace(/\u00ad/g, '')
        .normalize('NFC')
        .trim(),
    }))
    .filter(({ text }) => text !== '');
  return rows.map(({ text, y, size, font }, at) => {
    const before = rows[at - 1];
    const step = before ? before.y - y : Infinity;
    return {
      text,
      page,
      opensPage: at < EDGE_LINES,
      closesPage: at >= rows.length - EDGE_LINES,
      gapBefore: step > PARAGRAPH_GAP * size || step < -size,
      size,
      font,
    };
  });
}

function rowsOf(items: readonly PdfItem[]): Row[] {
  const rows: Row[] = [];
  let row: Row | undefined;
  for (const { str, width, height, transform, fontName } of items) {
    // A piece of spaces is as wide as the hole that it stands for, so holes are measured between the words.
    if (str.trim() === '') continue;
    const [x = 0, y = 0] = transform.slice(4);
    const size = Math.round(height * 10) / 10;
    if (!row || Math.abs(row.y - y) > Math.max(2, 0.5 * Math.max(row.size, size))) {
      row = { text: '', y, end: x, size, font: fontName };
      rows.push(row);
    }
    row.text += spaceOf((x - row.end) / Math.max(1, size), row.text, str) + str;
    row.end = x + width;
    if (size > row.size) [row.size, row.font] = [size, fontName];
  }
  return rows;
}

/** What stands for a hole, in heights of a letter, between two pieces of a line. */
function spaceOf(hole: number, before: string, after: string): string {
  if (before === '') return '';
  if (hole > COLUMN_GAP) return '   ';
  const isSpaced = /\s$/.test(before) || /^\s/.test(after);
  return hole > SPACE && !isSpaced ? ' ' : '';
}
