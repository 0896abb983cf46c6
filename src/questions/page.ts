import { pageOf as anyPageOf } from '../actions/index.js';
import type { HandledQuestion } from './question.js';

/** One page of the questions, and whether there are more. */
export interface Page {
  readonly questions: readonly HandledQuestion[];
  readonly hasMore: boolean;
}

/** So many questions stand on one card at most, and so many bytes of their text: a card may have 28 KB. */
const LIMITS = {
  most: 10,
  mostBytes: 12 * 1024,
  weigh: ({ question }: HandledQuestion) => Buffer.byteLength(JSON.stringify(question)),
};

/** Those that wait for HR first, then those that are done with; `list` gives all of them anew each time. */
export async function* openFirst(list: () => AsyncIterable<HandledQuestion>): AsyncIterable<HandledQuestion> {
  for await (const question of list()) if (isOpen(question)) yield question;
  for await (const question of list()) if (!isOpen(question)) yield question;
}

/** Nobody has answered or closed it. */
export function isOpen({ handling }: HandledQuestion): boolean {
  return handling.state === 'sent' || handling.state === 'claimed';
}

/** The `page`-th page, from 1. */
export async function pageOf(questions: AsyncIterable<HandledQuestion>, page: number): Promise<Page> {
  const { items, hasMore } = await anyPageOf(questions, page, LIMITS);
  return { questions: items, hasMore };
}
