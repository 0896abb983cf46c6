/** A piece of an imported document, small enough to be found and quoted; it never crosses a heading. */
export interface Piece {
  /** The headings above it, joined by ` › `; '' before the first. */
  readonly heading: string;
  readonly text: string;
  /** Where it begins, in a file that has pages. */
  readonly page?: number;
}

/** A piece as it is kept. */
export interface Passage extends Piece {
  /** Unique within the organisation; the same after the same file was imported again. */
  readonly id: string;
  readonly organisation: string;
  /** The name of the file, which is the document's name for everybody. */
  readonly document: string;
  readonly importedAt: Date;
  /** Of the document's pieces: the same as long as importing it again would change nothing. */
  readonly hash: string;
}

export function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}
