import type { ConceptMatcher } from './concepts.js';
import { EVIDENCE } from './confidence.js';
import { FEATURES } from './features.js';
import { type Example, learnLogistic, learnWeights, type Outcome } from './learn.js';
import { PassageIndex, rerank } from './passage-index.js';
import { evidenceFor } from './passage-ranker.js';
import { named, type PassageModel } from './weights.js';

/** A question whose right answer is known. Those of one group share their candidates and are held out together. */
export interface Case {
  readonly question: string;
  readonly candidates: readonly string[];
  readonly right: number;
  readonly group: string;
}

const RIDGE = 0.4;
/** How many of the whole pool a question is also ranked against. */
const POOLED = 20;

interface Grouped extends Example {
  readonly group: string;
}

/**
 * The examples of the cases: each question with its own candidates, and with the likeliest of all cases' candidates, so
 * that the weights serve both a few texts and many.
 */
export function examplesOf(cases: readonly Case[], matcher: ConceptMatcher): { own: Grouped[]; pooled: Grouped[] } {
  const texts = [...new Set(cases.flatMap(({ candidates }) => candidates))];
  const numbers = new Map(texts.map((text, number) => [text, number]));
  const pool = new PassageIndex(texts, matcher);
  return {
    own: cases.map(({ question, candidates, right, group }) => {
      const { features } = new PassageIndex(candidates, matcher).everything(question);
      return { features, right, group };
    }),
    pooled: cases.flatMap(({ question, candidates, right, group }) => {
      const { candidates: found, features } = pool.shortlist(question, POOLED);
      const at = found.indexOf(numbers.get(candidates[right]!)!);
      return at === -1 ? [] : [{ features, right: at, group }];
    }),
  };
}

export function learnFrom(examples: readonly Example[]): Float64Array {
  return learnWeights(examples, { width: FEATURES.length, ridge: RIDGE });
}

/** Learns weights and confidence from cases. */
export function learnPassages(cases: readonly Case[], matcher: ConceptMatcher): PassageModel {
  const { own, pooled } = examplesOf(cases, matcher);
  const weights = learnFrom([...own, ...pooled]);
  const logistic = learnLogistic(outcomesOf(cases, matcher, [...own, ...pooled]));
  return {
    weights: named(FEATURES, weights),
    confidence: named([...EVIDENCE, 'bias'] as const, logistic),
  };
}

/**
 * Each question against all candidates of all cases, by weights that its group did not teach: was the first one right?
 * And once more without the candidates of its group, where no answer can be.
 */
function outcomesOf(cases: readonly Case[], matcher: ConceptMatcher, examples: readonly Grouped[]): Outcome[] {
  const pool = [...new Set(cases.flatMap(({ candidates }) => candidates))];
  const all = new PassageIndex(pool, matcher);
  return [...new Set(cases.map(({ group }) => group))].flatMap((group) => {
    const weights = learnFrom(examples.filter((example) => example.group !== group));
    const held = cases.filter((one) => one.group === group);
    const theirs = new Set(held.flatMap(({ candidates }) => candidates));
    const rest = pool.filter((text) => !theirs.has(text));
    const without = new PassageIndex(rest, matcher);
    return held.flatMap(({ question, candidates, right }) => [
      ...outcome(all, question, weights, (passage) => pool[passage] === candidates[right]),
      ...outcome(without, question, weights, () => false),
    ]);
  });
}

function outcome(
  index: PassageIndex,
  question: string,
  weights: Float64Array,
  isRight: (passage: number) => boolean,
): Outcome[] {
  const shortlist = index.shortlist(question);
  const ranked = rerank(shortlist, weights);
  if (ranked.length === 0) return [];
  const evidence = evidenceFor(index, shortlist, ranked);
  return [{ seen: EVIDENCE.map((name) => evidence[name]), isRight: isRight(ranked[0]!.passage) }];
}

/** How often the right candidate comes first when its whole group taught nothing: the honest figure. */
export function heldOutAccuracy(cases: readonly Case[], matcher: ConceptMatcher): number {
  const { own, pooled } = examplesOf(cases, matcher);
  const all = [...own, ...pooled];
  let right = 0;
  for (const group of new Set(cases.map((one) => one.group))) {
    const weights = learnFrom(all.filter((example) => example.group !== group));
    for (const { features, right: wanted } of own.filter((example) => example.group === group)) {
      const candidates = Array.from({ length: features.length / FEATURES.length }, (_, row) => row);
      const [first] = rerank({ candidates, features }, weights);
      if (first?.passage === wanted) right++;
    }
  }
  return right / Math.max(1, cases.length);
}
