/** A piece of a document in reading order. `level` (from 1) is a heading's; `page` (from 1) is there where the file has pages. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'list' | 'table row';
  readonly text: string;
  readonly level?: number;
  readonly page?: number;
}

/** What a reader makes of a file, whatever its type. */
export interface ReadDocument {
  /** The first heading where the text begins with one, else the file's name without its ending. */
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Pages of a PDF that hold no text (scanned into an otherwise written document). */
  readonly pagesWithoutText: readonly number[];
}

export interface ReadOptions {
  /** Words that are a heading wherever they stand alone on a line of a text or a PDF: the phases of the organisation's plans. */
  readonly knownHeadings?: readonly string[];
}

/** What a reader of one type gives; it throws `UnreadableError` for what it cannot read. */
export interface Read {
  readonly blocks: readonly Block[];
  readonly pagesWithoutText?: readonly number[];
}

/** Why a file cannot be read; unreadable-texts.ts has the words. */
export type Unreadable =
  | 'type'
  | 'macro'
  | 'too-large'
  | 'too-long'
  | 'too-many-rows'
  | 'empty'
  | 'password'
  | 'no-text'
  | 'no-table'
  | 'open-quote'
  | 'damaged';

export type ReadResult =
  | { readonly kind: 'read'; readonly document: ReadDocument }
  | { readonly kind: 'unreadable'; readonly because: Unreadable };

/** A reader's refusal; read-document.ts turns it into a result. */
export class UnreadableError extends Error {
  constructor(
    readonly because: Unreadable,
    options: { cause?: unknown } = {},
  ) {
    super(because, options);
    this.name = 'UnreadableError';
  }
}
