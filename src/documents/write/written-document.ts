/** A document that is to be written, as parts in reading order; the writer gives it its looks. */
export interface WrittenDocument {
  /** Also the file's own title property, which screen readers say first. */
  readonly title: string;
  readonly language: 'sv-SE' | 'en-GB';
  readonly author: string;
  readonly subject: string;
  /** Words that the writer itself needs. */
  readonly words: { readonly page: string; readonly of: string; readonly table: string };
  readonly parts: readonly Part[];
}

export type Part =
  | { readonly kind: 'title'; readonly text: string }
  /** Numbered by the writer: "2" and "2.1". */
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | WrittenTable
  | WrittenBars;

/** A table with a heading row that comes again on each page; its name stands above it. Cells of several lines are parted by `\n`. */
export interface WrittenTable {
  readonly kind: 'table';
  readonly name: string;
  /** Widths are shares of the page's. */
  readonly columns: readonly { readonly heading: string; readonly width: number; readonly isNumber?: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** A bar chart as a table: each bar stands beside its name and its figure as text, so nothing is said by the picture alone. */
export interface WrittenBars {
  readonly kind: 'bars';
  readonly name: string;
  readonly headings: { readonly label: string; readonly value: string; readonly bar: string };
  /** `share` of the longest possible bar, 0 to 1; `alt` is said in the bar's place. */
  readonly bars: readonly {
    readonly label: string;
    readonly value: string;
    readonly share: number;
    readonly alt: string;
  }[];
}
