import { Parser } from 'htmlparser2';
import { UnreadableError } from '../document.js';
import { MAX_UNPACKED_BYTES } from '../limits.js';
import { htmlOfDocx } from '../read-docx.js';
import { openZip, refuseMacros } from '../zip.js';
import { type Cell, cleanCell, type DocumentTable, holdsText, type TableRow } from './table.js';

/** The tables of a Word document, in its order. Throws `no-table` for a document without any. */
export async function readDocxTables(bytes: Uint8Array): Promise<DocumentTable[]> {
  refuseMacros(openZip(bytes, MAX_UNPACKED_BYTES));
  const tables = tablesOfHtml(await htmlOfDocx(bytes));
  if (tables.length === 0) throw new UnreadableError('no-table');
  return tables;
}

/** A cell of the table that is being read, and how many rows and columns it takes. */
interface Spanning {
  text: string;
  readonly columns: number;
  readonly rows: number;
}

/**
 * Tables of HTML as mammoth writes it. A paragraph of a cell becomes a line, an item of a list a line with a bullet; a table within a
 * cell becomes lines of it. What stands between tables is kept with the one that follows.
 */
export function tablesOfHtml(html: string): DocumentTable[] {
  const tables: DocumentTable[] = [];
  let before: string[] = [];
  let outside = '';
  let depth = 0;
  let rows: Spanning[][] = [];
  let cell: Spanning | undefined;

  const write = (text: string): void => {
    if (cell) cell.text += text;
    else if (depth === 0) outside += text;
  };
  const endOutside = (): void => {
    const text = cleanCell(outside);
    if (text !== '') before.push(text);
    outside = '';
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'table' && depth++ === 0) {
        endOutside();
        rows = [];
      } else if (name === 'tr' && depth === 1) rows.push([]);
      else if ((name === 'td' || name === 'th') && depth === 1) {
        cell = { text: '', columns: spanOf(attributes['colspan']), rows: spanOf(attributes['rowspan']) };
        rows.at(-1)?.push(cell);
      } else if (name === 'li') write((cell?.text ?? '\n').endsWith('\n') ? '• ' : '\n• ');
      else if (name === 'br') write('\n');
    },
    ontext: write,
    onclosetag(name) {
      if (name === 'table' && --depth === 0) {
        tables.push({ name: `Tabell ${tables.length + 1}`, before, rows: spread(rows) });
        before = [];
      } else if ((name === 'td' || name === 'th') && depth === 1) cell = undefined;
      else if (/^(?:p|li|h[1-6]|td|th)$/.test(name)) {
        write('\n');
        if (depth === 0) endOutside();
      }
    },
  });
  parser.write(html);
  parser.end();
  return tables;
}

function spanOf(attribute: string | undefined): number {
  const span = Number(attribute ?? 1);
  return Number.isInteger(span) && span > 0 && span < 1000 ? span : 1;
}

/** Each merged cell in every place that it covers, so that all rows have their columns at the same place. */
function spread(rows: readonly (readonly Spanning[])[]): TableRow[] {
  const reaching = new Map<number, { readonly text: string; left: number }>();
  const spreadRow = (own: readonly Spanning[]): Cell[] => {
    const cells: Cell[] = [];
    const next = [...own];
    for (let column = 0; next.length > 0 || reaching.has(column);) {
      const above = reaching.get(column);
      if (above) {
        cells.push({ text: above.text, merged: 'above' });
        above.left -= 1;
        if (above.left === 0) reaching.delete(column);
        column += 1;
        continue;
      }
      const { text: raw, columns, rows: height } = next.shift()!;
      const text = cleanCell(raw);
      for (let at = 0; at < columns; at++) {
        cells.push(at === 0 ? { text } : { text, merged: 'left' });
        if (height > 1) reaching.set(column + at, { text, left: height - 1 });
      }
      column += columns;
    }
    return cells;
  };
  return rows.map((own, at) => ({ row: at + 1, cells: spreadRow(own) })).filter(holdsText);
}
