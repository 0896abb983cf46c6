import { Workbook } from '@cj-tech-master/excelts';
import { Document, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx';

type Value = string | number | Date | object | null;
type Cell =
  string | readonly string[] | { readonly text: string; readonly columns?: number; readonly merge?: 'start' | 'on' };

/** A real workbook, sheet by sheet; `merge` names ranges as Excel does: { Blad1: ['A2:A3'] }. */
export async function makeXlsx(
  sheets: Readonly<Record<string, readonly (readonly Value[])[]>>,
  merge: Readonly<Record<string, readonly string[]>> = {},
): Promise<Uint8Array> {
  const workbook = new Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name);
    for (const [at, row] of rows.entries())
      for (const [column, value] of row.entries())
        if (value !== null) sheet.getCell(at + 1, column + 1).value = value as string;
    for (const range of merge[name] ?? []) sheet.mergeCells(range);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** A real Word file: a text is a paragraph, rows are a table; a cell of several lines has a paragraph each, "• " makes a bullet. */
export async function makeDocxOf(...parts: readonly (string | readonly (readonly Cell[])[])[]): Promise<Uint8Array> {
  const children = parts.map((part) =>
    typeof part === 'string' ? new Paragraph(part) : new Table({ rows: part.map(toRow) }),
  );
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

function toRow(cells: readonly Cell[]): TableRow {
  return new TableRow({
    children: cells.map((cell) => {
      const { text, columns, merge } =
        typeof cell === 'object' && 'text' in cell ? cell : { text: cell, columns: 1, merge: undefined };
      const lines = typeof text === 'string' ? [text] : text;
      return new TableCell({
        columnSpan: columns ?? 1,
        ...(merge ? { verticalMerge: merge === 'start' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE } : {}),
        children: lines.map((line) =>
          line.startsWith('• ') ? new Paragraph({ text: line.slice(2), bullet: { level: 0 } }) : new Paragraph(line),
        ),
      });
    }),
  });
}
