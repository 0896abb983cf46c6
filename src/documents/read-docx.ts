import { type Read, UnreadableError } from './document.js';
import { MAX_UNPACKED_BYTES } from './limits.js';
import { blocksOfHtml } from './read-html.js';
import { openZip } from './zip.js';

/** Headings by style; mammoth knows Word's own (in every language of Word, since files hold the English names). */
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"];

/** A Word document: text, lists and tables with their headings; without pictures, comments, headers and footers. */
export async function readDocx(bytes: Uint8Array): Promise<Read> {
  return { blocks: blocksOfHtml(await htmlOfDocx(bytes)) };
}

/** A Word document as HTML. Throws `UnreadableError` for one with a password, too large or damaged. */
export async function htmlOfDocx(bytes: Uint8Array): Promise<string> {
  openZip(bytes, MAX_UNPACKED_BYTES);
  // Loaded with the first document: most processes read none.
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      // A picture is never unpacked: its text would be megabytes of base64.
      { styleMap: STYLES, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    );
    return value;
  } catch (error) {
    throw new UnreadableError('damaged', { cause: error });
  }
}
