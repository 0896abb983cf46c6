import mammoth from 'mammoth';
import { type Read, UnreadableError } from './document.js';
import { MAX_UNPACKED_BYTES } from './limits.js';
import { blocksOfHtml } from './read-html.js';
import { unpackedSize } from './unpacked-size.js';

/** Word puts a document with a password, and its format of before 2007, into an OLE container instead of a zip. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];

/** Headings by style; mammoth knows Word's own (in every language of Word, since files hold the English names). */
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"];

/** A Word document: text, lists and tables with their headings; without pictures, comments, headers and footers. */
export async function readDocx(bytes: Uint8Array): Promise<Read> {
  if (beginsWith(bytes, OLE)) throw new UnreadableError('password');
  if (!beginsWith(bytes, ZIP)) throw new UnreadableError('damaged');
  const size = unpackedSize(bytes);
  if (size === undefined) throw new UnreadableError('damaged');
  if (size > MAX_UNPACKED_BYTES) throw new UnreadableError('too-large');
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      // A picture is never unpacked: its text would be megabytes of base64.
      { styleMap: STYLES, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    );
    return { blocks: blocksOfHtml(value) };
  } catch (error) {
    throw new UnreadableError('damaged', { cause: error });
  }
}

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}
