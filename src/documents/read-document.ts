import { basename, extname } from 'node:path';
import {
  type Block,
  type Read,
  type ReadDocument,
  type ReadOptions,
  type ReadResult,
  UnreadableError,
} from './document.js';
import { type DocumentType, MAX_CHARACTERS, MAX_FILE_BYTES, TYPES } from './limits.js';
import { readDocx } from './read-docx.js';
import { readMarkdown } from './read-markdown.js';
import { readPdf } from './read-pdf.js';
import { readText } from './read-text.js';

type Reader = (bytes: Uint8Array, options: ReadOptions) => Read | Promise<Read>;

const READERS: Record<DocumentType, Reader> = {
  '.docx': readDocx,
  '.pdf': readPdf,
  '.md': readMarkdown,
  '.txt': readText,
};

/** The type of a file by its name; undefined when there is no reader for it. */
export function documentTypeOf(file: string): DocumentType | undefined {
  const ending = extname(file).toLowerCase();
  return TYPES.find((type) => type === ending);
}

/** Reads a document of any known type. A file that cannot be read is a result, never an exception: the next one goes on. */
export async function readDocument(file: string, bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadResult> {
  try {
    const type = documentTypeOf(file);
    if (!type) throw new UnreadableError('type');
    if (bytes.length === 0) throw new UnreadableError('empty');
    if (bytes.length > MAX_FILE_BYTES) throw new UnreadableError('too-large');
    const { blocks, pagesWithoutText = [] } = await READERS[type](bytes, options);
    const characters = blocks.reduce((sum, { text }) => sum + text.length, 0);
    if (characters === 0) throw new UnreadableError(type === '.pdf' ? 'no-text' : 'empty');
    if (characters > MAX_CHARACTERS) throw new UnreadableError('too-long');
    return { kind: 'read', document: { title: titleOf(file, blocks), blocks, pagesWithoutText } };
  } catch (error) {
    if (error instanceof UnreadableError) return { kind: 'unreadable', because: error.because };
    throw error;
  }
}

function titleOf(file: string, [first]: readonly Block[]): ReadDocument['title'] {
  return first?.kind === 'heading' ? first.text : basename(file, extname(file));
}
