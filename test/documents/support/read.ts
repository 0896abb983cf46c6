import { type Block, readDocument, type ReadDocument, type ReadOptions } from '../../../src/documents/index.js';

export async function read(file: string, content: Uint8Array | string, options?: ReadOptions): Promise<ReadDocument> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const result = await readDocument(file, bytes, options);
  if (result.kind !== 'read') throw new Error(`${file}: ${result.because}`);
  return result.document;
}

/** A block as one line: "# Rutin", "## Under den", "- punkt", "| rad", "stycke". */
export function line({ kind, text, level = 0 }: Block): string {
  const mark = { heading: `${'#'.repeat(level)} `, paragraph: '', list: '- ', 'table row': '| ' }[kind];
  return mark + text;
}

export async function linesOf(...args: Parameters<typeof read>): Promise<string[]> {
  return (await read(...args)).blocks.map(line);
}
