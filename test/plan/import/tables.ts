import type { Cell, DocumentTable } from '../../../src/documents/index.js';

export const HEADINGS = [
  'Vad ska vi uppnå?',
  'Aktivitet\nHur gör vi det?',
  'Måldatum\nNär ska det vara klart?',
  'Ansvarig\n(Funktion)',
  'Resurser\n(tim, kr, personal)',
  'Uppföljning\n/\nKommentar',
];

/** A table of cells; a row that begins with ">" is one merged cell over the whole width, "^" a cell merged from above. */
export function table(rows: readonly (readonly string[])[], about: Partial<DocumentTable> = {}): DocumentTable {
  const width = Math.max(...rows.map((row) => row.length));
  const lines: Cell[][] = [];
  for (const row of rows) {
    const [first = ''] = row;
    const spread: Cell[] = first.startsWith('>')
      ? Array.from({ length: width }, (_, at) =>
          at === 0 ? { text: first.slice(1) } : { text: first.slice(1), merged: 'left' },
        )
      : row.map((text, at) =>
          text === '^' ? { text: lines.at(-1)?.[at]?.text ?? '', merged: 'above' as const } : { text },
        );
    lines.push(spread);
  }
  return { name: '', before: [], rows: lines.map((cells, at) => ({ row: at + 1, cells })), ...about };
}
