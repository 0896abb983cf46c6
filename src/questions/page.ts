import type { HandledQuestion } from './question.js';

/** One page of the questions, and whether there are more. */
export interface Page {
  readonly questions: readonly HandledQuestion[];
  readonly hasMore: boolean;
}

/** So many questions stand on one card at most, and so many bytes of their text: a card may have 28 KB. */
const MOST_ON_PAGE = 10;
const MOST_BYTES = 12 * 1024;

/** Those that wait for HR first, then those that are done with; `list` gives all of them anew each time. */
export async function* openFirst(list: () => AsyncIterable<HandledQuestion>): AsyncIterable<HandledQuestion> {
  for await (const question of list()) if (isOpen(question)) yield question;
  for await (const question of list()) if (!isOpen(question)) yield question;
}

/** Nobody has answered or closed it. */
export function isOpen({ handling }: HandledQuestion): boolean {
  return handling.state === 'sent' || handling.state === 'claimed';
}

/** The `page`-th page, from 1. Reads no further than needed and keeps one page in memory. */
export async function pageOf(questions: AsyncIterable<HandledQuestion>, page: number): Promise<Page> {
  let current: HandledQuestion[] = [];
  let bytes = 0;
  let number = 1;
  for await (const question of questions) {
    const size = Buffer.byteLength(JSON.stringify(question.question));
    const isFull = current.length === MOST_ON_PAGE || (current.length > 0 && bytes + size > MOST_BYTES);
    if (isFull && number === page) return { questions: current, hasMore: true };
    if (isFull) [current, bytes, number] = [[], 0, number + 1];
    current.push(question);
    bytes += size;
  }
  return { questions: number === page ? current : [], hasMore: false };
}
