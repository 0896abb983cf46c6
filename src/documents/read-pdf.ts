import { type Read, type ReadOptions, UnreadableError } from './document.js';
import { blocksOfLines } from './lines/blocks-of-lines.js';
import { type PdfItem, linesOfPage } from './lines/lines-of-page.js';
import type { Line } from './lines/line.js';

/** Of pdf.js: only errors, since it warns of every oddity of a file on the console. */
const ONLY_ERRORS = 0;

/** A PDF with a text layer: headings by size, font and numbering, lines joined to paragraphs, page heads and feet left out. */
export async function readPdf(bytes: Uint8Array, options: ReadOptions): Promise<Read> {
  const pdf = await open(bytes);
  const lines: Line[] = [];
  const pagesWithoutText: number[] = [];
  try {
    for (let page = 1; page <= pdf.numPages; page++) {
      const { items } = await (await pdf.getPage(page)).getTextContent();
      const found = linesOfPage(
        items.filter((item): item is PdfItem & typeof item => 'str' in item),
        page,
      );
      if (found.length === 0) pagesWithoutText.push(page);
      lines.push(...found);
    }
  } catch (error) {
    throw new UnreadableError('damaged', { cause: error });
  } finally {
    await pdf.destroy();
  }
  if (lines.length === 0) throw new UnreadableError('no-text');
  return { blocks: blocksOfLines(lines, options), pagesWithoutText };
}

async function open(bytes: Uint8Array) {
  const { getDocumentProxy } = await import('unpdf');
  try {
    // pdf.js takes the bytes for its own and leaves the caller's empty, and refuses a Buffer; therefore a copy.
    return await getDocumentProxy(Uint8Array.from(bytes), { verbosity: ONLY_ERRORS });
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new UnreadableError(isLocked ? 'password' : 'damaged', { cause: error });
  }
}
