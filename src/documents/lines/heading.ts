/** A heading that takes `count` lines. `rank` orders headings: a smaller one stands above. */
export interface Heading {
  readonly count: number;
  readonly text: string;
  readonly rank: number;
}

/** Ranks, from above: by size (0-9), numbers (10 and their depth), labels (30 and on), plain ones, those that come again and again. */
export const RANK = { numbered: 10, labelled: 30, plain: 60, recurring: 70 };
