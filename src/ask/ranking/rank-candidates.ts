import type { ConceptMatcher } from './concepts.js';
import { FEATURES } from './features.js';
import { PassageIndex, rerank } from './passage-index.js';
import { inOrder, type PassageModel } from './weights.js';

/** Ranks a few texts for a question, best first, as indices: an index of their own, and the learned weights. */
export function createRankCandidates(matcher: ConceptMatcher, model: Pick<PassageModel, 'weights'>) {
  const weights = inOrder(FEATURES, model.weights);
  return (question: string, candidates: readonly string[]): number[] =>
    rerank(new PassageIndex(candidates, matcher).everything(question), weights).map(({ passage }) => passage);
}
