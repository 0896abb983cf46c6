import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { PaperSize, Style } from '@cj-tech-master/excelts';

/** A value of a cell; `undefined` leaves it empty. Text is never taken for a formula; a Date is shown as its column says, in UTC. */
export type XlsxValue = string | number | Date | undefined;

export interface XlsxSheet {
  readonly name: string;
  /** `width` in characters. */
  readonly columns: readonly {
    readonly heading: string;
    readonly width: number;
    readonly kind: 'text' | 'number' | 'day' | 'moment';
  }[];
  readonly rows: AsyncIterable<readonly XlsxValue[]>;
}

const FORMATS = { text: '@', number: '0', day: 'yyyy-mm-dd', moment: 'yyyy-mm-dd hh:mm' } as const;
/** One page wide on A3, across, whatever the number of columns. */
const A3 = 8 as PaperSize;
const PRINTED = { paperSize: A3, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const;
/** Of a line of text, in points. */
const LINE = 15;
const MOST_LINES = 12;
/** Excel's own limit for the text of a cell. */
const MOST_CHARACTERS = 32_767;
/** So many rows are handed over before the file's reader is waited for. */
const AT_ONCE = 200;
const UNSEEN = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;

/**
 * A workbook as it is made, part by part: memory stays the same however many rows there are. The heading row of each sheet is
 * frozen and filters. Ends with what `rows` throws.
 */
export async function* streamXlsx(
  sheets: readonly XlsxSheet[],
  { title, author, now }: { readonly title: string; readonly author: string; readonly now: Date },
): AsyncGenerator<Uint8Array> {
  const { WorkbookWriter } = await import('@cj-tech-master/excelts');
  const out = new PassThrough();
  const about = { creator: author, lastModifiedBy: author, created: now, modified: now };
  const book = new WorkbookWriter({ stream: out, useStyles: true, ...about });
  // excelts writes `title` of the workbook, which its types do not name.
  Object.assign(book, { title });
  const writing = (async () => {
    for (const { name, columns, rows } of sheets) {
      const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }], pageSetup: PRINTED });
      // excelts knows a style by its object: made anew for each cell, it took a tenth of the time and more.
      const styles = columns.map(({ kind }) => styleOf(kind));
      sheet.columns = columns.map(({ heading, width }, at) => ({ header: heading, width, style: styles[at]! }));
      sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
      const head = sheet.getRow(1);
      head.font = { name: 'Calibri', size: 11, bold: true };
      head.alignment = { vertical: 'top', wrapText: true };
      head.height = 2 * LINE;
      head.commit();
      let count = 0;
      for await (const row of rows) {
        const added = sheet.addRow(row.map(toCell));
        added.height = LINE * linesOf(row, columns);
        for (const [at, style] of styles.entries()) added.getCell(at + 1).style = style;
        added.commit();
        count += 1;
        if (count % AT_ONCE > 0) continue;
        // Compressing takes turns of the event loop; rows that are there at once would leave it none.
        await setImmediate();
        if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), once(out, 'close')]);
        // Whoever reads the file has gone.
        if (out.destroyed) return;
      }
      sheet.commit();
    }
    await book.commit();
  })();
  writing.catch((error: Error) => out.destroy(error));
  yield* out as AsyncIterable<Uint8Array>;
  await writing;
}

function styleOf(kind: XlsxSheet['columns'][number]['kind']): Partial<Style> {
  const horizontal = kind === 'number' ? 'right' : 'left';
  return { numFmt: FORMATS[kind], alignment: { vertical: 'top', wrapText: kind === 'text', horizontal } };
}

/** `null` keeps the place of an empty cell. Control characters would make a file that Excel calls damaged. */
function toCell(value: XlsxValue): string | number | Date | null {
  if (value === undefined || value === '') return null;
  return typeof value === 'string' ? value.replace(UNSEEN, '').slice(0, MOST_CHARACTERS) : value;
}

/** How many lines the row's longest text takes: programs other than Excel do not find the height by themselves. */
function linesOf(row: readonly XlsxValue[], columns: XlsxSheet['columns']): number {
  let most = 1;
  for (const [at, value] of row.entries()) {
    if (typeof value !== 'string') continue;
    const width = columns[at]?.width ?? 1;
    const lines = value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((1.1 * line.length) / width)), 0);
    most = Math.max(most, lines);
  }
  return Math.min(MOST_LINES, most);
}

/** All of it at once, for whoever needs the whole file. */
export async function collectBytes(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return new Uint8Array(Buffer.concat(all));
}
