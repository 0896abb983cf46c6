import type { ConceptMatcher } from './concepts.js';
import { featuresOf } from './features.js';
import { GramIndex } from './gram-index.js';
import { scoresOf } from './learn.js';
import { Passages } from './passages.js';
import { type QuestionView, viewQuestion } from './question.js';
import { WordTable } from './word-table.js';

/** How many the first stage hands on. */
export const CANDIDATES = 50;

/** Candidates of one question with their features, row after row, in the order of the first stage. */
export interface Shortlist {
  readonly question: QuestionView;
  readonly candidates: readonly number[];
  readonly features: Float64Array;
}

export interface Scored {
  readonly passage: number;
  readonly score: number;
}

/** Passages made ready for questions, once; the passages are numbered in the order given. */
export class PassageIndex {
  readonly passages: Passages;
  readonly grams: GramIndex;

  constructor(texts: Iterable<string>, matcher: ConceptMatcher) {
    this.passages = new Passages(new WordTable(matcher));
    for (const text of texts) this.passages.add(text);
    this.grams = new GramIndex(this.passages);
  }

  /** The first stage: the passages that share most with the question, at most `count`. */
  shortlist(question: string, count = CANDIDATES): Shortlist {
    const view = viewQuestion(question, this.passages.table);
    const best = this.grams.best(view.grams, count);
    const candidates = best.map(({ passage }) => passage);
    const first = best.map(({ score }) => score);
    return { question: view, candidates, features: featuresOf(this.passages, view, candidates, first) };
  }

  /** All passages as one list, for a few that are given with the question. */
  everything(question: string): Shortlist {
    const view = viewQuestion(question, this.passages.table);
    const scores = new Map(
      this.grams.best(view.grams, this.passages.size).map(({ passage, score }) => [passage, score]),
    );
    const candidates = Array.from({ length: this.passages.size }, (_, passage) => passage);
    const first = candidates.map((passage) => scores.get(passage) ?? 0);
    return { question: view, candidates, features: featuresOf(this.passages, view, candidates, first) };
  }
}

/** The second stage: the candidates by learned weights, best first; equal ones in their order. */
export function rerank(
  { candidates, features }: Pick<Shortlist, 'candidates' | 'features'>,
  weights: Float64Array,
): Scored[] {
  const scores = scoresOf(features, weights);
  return candidates
    .map((passage, row) => ({ passage, score: scores[row]!, row }))
    .sort((a, b) => b.score - a.score || a.row - b.row)
    .map(({ passage, score }) => ({ passage, score }));
}
