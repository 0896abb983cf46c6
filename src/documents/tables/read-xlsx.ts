import type { Cell as BookCell, Worksheet } from '@cj-tech-master/excelts';
import { UnreadableError } from '../document.js';
import { MAX_WORKBOOK_BYTES } from '../limits.js';
import { openZip, refuseMacros } from '../zip.js';
import { type Cell, cleanCell, type DocumentTable, holdsText, type TableRow } from './table.js';

/** The sheets of a workbook, hidden ones too, with the text that Excel would show and without formulas and styles. */
export async function readXlsx(bytes: Uint8Array): Promise<DocumentTable[]> {
  refuseMacros(openZip(bytes, MAX_WORKBOOK_BYTES));
  // Loaded when it is needed: it costs the bot's start a third of a second.
  const { Workbook } = await import('@cj-tech-master/excelts');
  const workbook = new Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes)).catch((error: unknown) => {
    throw new UnreadableError('damaged', { cause: error });
  });
  // Another kind of zip (a Word document under this name) is read as a workbook without sheets.
  if (workbook.worksheets.length === 0) throw new UnreadableError('damaged');
  return workbook.worksheets.map((sheet) => ({ name: cleanCell(sheet.name), before: [], rows: rowsOf(sheet) }));
}

function rowsOf(sheet: Worksheet): TableRow[] {
  const rows: TableRow[] = [];
  sheet.eachRow((row, number) => {
    const cells: Cell[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => void cells.push(toCell(cell)));
    rows.push({ row: number, cells });
  });
  return rows.filter(holdsText);
}

function toCell(cell: BookCell): Cell {
  const master = cell.isMerged ? cell.master : cell;
  const text = cleanCell(textOf(master.value));
  if (master.address === cell.address) return { text };
  return { text, merged: master.row === cell.row ? 'left' : 'above' };
}

/** A date as 2020-12-31; of a formula its result; a failed one (#REF!) is no text. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object') return '';
  if ('richText' in value) return (value.richText as { text: string }[]).map(({ text }) => text).join('');
  if ('text' in value) return textOf(value.text);
  if ('result' in value) return textOf(value.result);
  return '';
}
