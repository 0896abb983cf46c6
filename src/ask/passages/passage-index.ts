import type { Knowledge } from '../knowledge.js';
import { ConceptMatcher, PassageRanker } from '../ranking/index.js';
import type { PassageIndex, QuotablePassage } from './passage-source.js';

/**
 * Makes indexes over an organisation's imported passages, ranked as `npm run -s rank -- learn` taught. The file's name counts
 * with its headings: both tell what a passage is about. Each takes a whole organisation's at once and is never changed.
 */
export function createPassageIndexer({ concepts, ranking }: Pick<Knowledge, 'concepts' | 'ranking'>) {
  const matcher = new ConceptMatcher(concepts, 'sv');
  return (passages: readonly QuotablePassage[]): PassageIndex =>
    new PassageRanker(
      passages.map(({ id, document, heading, text }) => ({ id, heading: `${document} ${heading}`, text })),
      matcher,
      ranking.passages,
    );
}
