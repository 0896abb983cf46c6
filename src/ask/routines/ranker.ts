import type { Locale } from '../../calendar/index.js';
import type { Knowledge, Routine } from '../knowledge.js';
import {
  ConceptMatcher,
  confidenceOf,
  type Evidence,
  evidenceOf,
  inOrder,
  ROUTINE_FEATURES,
  type RoutineModel,
  scoresOf,
} from '../ranking/index.js';
import { atOnce, type Steps } from '../steps.js';
import { RoutineIndex, type RoutineShortlist } from './routine-index.js';

export interface Ranked {
  readonly routine: Routine;
  /** 0 to 1: the chance that this routine answers the question. Comparable between questions. */
  readonly confidence: number;
}

/** What a routine of another place loses: its fit is a factor, the scores are logarithms of chances. */
const PLACE = 12;

/** Ranks routines for a question, best first. Built once a language. */
export class RoutineRanker {
  readonly #routines: readonly Routine[];
  readonly #index: RoutineIndex;
  readonly #model: RoutineModel;
  readonly #weights: Float64Array;

  private constructor(routines: readonly Routine[], index: RoutineIndex, model: RoutineModel) {
    this.#routines = routines;
    this.#index = index;
    this.#model = model;
    this.#weights = inOrder(ROUTINE_FEATURES, model.weights);
  }

  static *steps(
    routines: readonly Routine[],
    { locale, matcher, model }: { locale: Locale; matcher: ConceptMatcher; model: RoutineModel },
  ): Steps<RoutineRanker> {
    return new RoutineRanker(routines, yield* RoutineIndex.steps(routines, locale, matcher), model);
  }

  /** `fit` says how well a routine's place fits the question, 0 to 1. */
  rank(question: string, count: number, fit: (routine: Routine) => number = () => 1): Ranked[] {
    const shortlist = this.#index.shortlist(question);
    const learned = scoresOf(shortlist.features, this.#weights);
    const places = shortlist.candidates.map((number) => Math.log(Math.max(1e-3, fit(this.#routines[number]!))));
    const ranked = byScore(learned.map((score, row) => score + PLACE * places[row]!));
    if (ranked.length === 0) return [];
    const confidence = confidenceOf(evidenceFor(this.#index, shortlist, ranked), this.#model.confidence);
    return ranked.slice(0, count).map(({ row, score }) => ({
      routine: this.#routines[shortlist.candidates[row]!]!,
      confidence: confidence * Math.exp(score - ranked[0]!.score),
    }));
  }
}

/** The ranker of what is known, in one language. */
export function createRoutineRanker(knowledge: RankerKnowledge, locale: Locale): RoutineRanker {
  return atOnce(routineRankerSteps(knowledge, locale));
}

export function routineRankerSteps(
  { routines, concepts, ranking }: RankerKnowledge,
  locale: Locale,
): Steps<RoutineRanker> {
  const matcher = new ConceptMatcher(concepts, locale);
  return RoutineRanker.steps(routines, { locale, matcher, model: ranking.routines[locale] });
}

type RankerKnowledge = Pick<Knowledge, 'routines' | 'concepts' | 'ranking'>;

export interface Row {
  readonly row: number;
  readonly score: number;
}

/** Rows by score, best first; equal ones in their order. */
export function byScore(scores: ArrayLike<number>): Row[] {
  return Array.from(scores, (score, row) => ({ row, score })).sort((a, b) => b.score - a.score || a.row - b.row);
}

/** What there is to see of the first of ranked routines. */
export function evidenceFor(index: RoutineIndex, shortlist: RoutineShortlist, ranked: readonly Row[]): Evidence {
  const { leftOut } = shortlist;
  const [best, second] = ranked as [Row, Row?];
  const feature = (name: (typeof ROUTINE_FEATURES)[number]) =>
    shortlist.features[best.row * ROUTINE_FEATURES.length + ROUTINE_FEATURES.indexOf(name)]!;
  return evidenceOf(shortlist.question, index.grams, {
    close: feature('close'),
    grams: feature('grams'),
    score: best.score,
    next: second?.score,
    holds: index.holds(shortlist.candidates[best.row]!, leftOut),
  });
}
