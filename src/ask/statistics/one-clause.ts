import type { Token } from '../text/fold.js';
import type { WordLists } from '../understand/word-lists.js';

/** Whether words between two things named part them: a mark, "och", a new question, "per", "än". */
export function partsThem(between: readonly Token[], lists: WordLists): boolean {
  const parting = [lists.and, lists.asks, lists.per, lists.than];
  return between.some(({ text, endsClause }) => endsClause || parting.some((list) => list.has(text)));
}
