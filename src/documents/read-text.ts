import { decodeText } from './decode-text.js';
import { linesOfText } from './lines/lines-of-text.js';
import { blocksOfLines } from './lines/blocks-of-lines.js';
import type { Read, ReadOptions } from './document.js';

/** A plain text, also one that was taken from a PDF: headings by their look, lines joined to paragraphs, page heads left out. */
export function readText(bytes: Uint8Array, options: ReadOptions): Read {
  return { blocks: blocksOfLines(linesOfText(decodeText(bytes)), options) };
}
