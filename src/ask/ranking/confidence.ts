import type { GramIndex } from './gram-index.js';
import type { QuestionView } from './question.js';

/**
 * What tells whether the first of a ranking is right: how much of the question it holds (`held`, of all that was asked;
 * `grams`, of what tells the candidates apart; `close`, at one place), its `score`, and the `distance` to the second.
 */
export const EVIDENCE = ['held', 'close', 'grams', 'score', 'distance'] as const;
export type Evidence = Record<(typeof EVIDENCE)[number], number>;

/** A logistic over the evidence: learned, so that 0.8 is right about four times in five. */
export type Calibration = Evidence & { readonly bias: number };

const FAR = 3;
const USUAL_SCORE = 10;

interface Top {
  readonly close: number;
  readonly grams: number;
  readonly score: number;
  /** The score of the second, if there is one. */
  readonly next: number | undefined;
  /** Whether the first one holds a gram of the question. */
  readonly holds: (gram: number) => boolean;
}

/** The evidence about the first of a ranking, each about 0 to 1. */
export function evidenceOf(question: QuestionView, index: GramIndex, top: Top): Evidence {
  let held = 0;
  let asked = question.strange * index.maxIdf;
  for (const [gram, weight] of question.grams) {
    const worth = weight * index.idf(gram);
    asked += worth;
    if (top.holds(gram)) held += worth;
  }
  const share = asked > 0 ? held / asked : 0;
  const distance = Math.min(FAR, top.next === undefined ? FAR : top.score - top.next) / FAR;
  return {
    held: share,
    close: top.close,
    grams: top.grams,
    score: top.score / USUAL_SCORE,
    // To be far ahead says nothing of a question that hardly any of them holds.
    distance: distance * share ** 2,
  };
}

/** The chance, 0 to 1, that the first of the ranking is right. */
export function confidenceOf(evidence: Evidence, calibration: Calibration): number {
  const sum = EVIDENCE.reduce((total, name) => total + calibration[name] * evidence[name], calibration.bias);
  return 1 / (1 + Math.exp(-sum));
}
