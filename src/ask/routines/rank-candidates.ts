import { NgramIndex } from './ngram-index.js';

/** Ranks passages for a question, best first, as indices: the routine ranker without the fields of a routine. */
export function rankCandidates(question: string, candidates: readonly string[]): number[] {
  const scores = new NgramIndex(candidates).scores(question);
  return [...candidates.keys()].sort((a, b) => scores[b]! - scores[a]! || a - b);
}
