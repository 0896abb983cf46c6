import { pageOf as anyPageOf } from '../actions/index.js';
import type { SentQuestion } from './feedback-store.js';

/** One page of the sent questions, newest first, and whether there are more. */
export interface Page {
  readonly questions: readonly SentQuestion[];
  readonly hasMore: boolean;
}

/** So many questions stand on one card at most, and so many bytes of their text: a card may have 28 KB. */
const LIMITS = {
  most: 10,
  mostBytes: 12 * 1024,
  weigh: ({ question }: SentQuestion) => Buffer.byteLength(JSON.stringify(question)),
};

/** The `page`-th page, from 1. */
export async function pageOf(questions: AsyncIterable<SentQuestion>, page: number): Promise<Page> {
  const { items, hasMore } = await anyPageOf(questions, page, LIMITS);
  return { questions: items, hasMore };
}
