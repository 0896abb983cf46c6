/** The four lists of the coverage, each empty when the knowledge and the documents agree. */
export const LISTS = {
  numbers: 'Numbers that no observation, no routine and no left-out row holds',
  notFound: 'Observations and sections that are not in their document',
  uncited: 'Sections that no routine, no observation and no left-out row cites',
  leftOut: 'Left-out rows that leave out nothing',
} as const;
export type List = keyof typeof LISTS;

/** One thing that does not agree. `line` is the document's, from 1; without it the whole document is meant. */
export interface Finding {
  readonly list: List;
  readonly document: string;
  readonly line?: number;
  /** The number, observation or section that it is about. */
  readonly what: string;
  readonly reason: string;
}
