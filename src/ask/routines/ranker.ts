import type { Locale } from '../../calendar/index.js';
import type { Routine } from '../knowledge.js';
import { NgramIndex } from './ngram-index.js';

export interface Ranked {
  readonly routine: Routine;
  /** 0 to 1: how much of the question's own weight the routine explains. Comparable between questions. */
  readonly confidence: number;
}

/** How much each field tells: the questions people ask tell most, the body least. */
const FIELDS: readonly { readonly weight: number; readonly text: (routine: Routine, locale: Locale) => string }[] = [
  { weight: 1, text: (routine, locale) => (locale === 'sv' ? routine.title : routine.titleEn) },
  { weight: 1.2, text: (routine, locale) => (locale === 'sv' ? routine.questions : routine.questionsEn).join('\n') },
  { weight: 0.6, text: (routine, locale) => (locale === 'sv' ? routine.body : routine.bodyEn) },
];

/** Ranks routines for a question, best first. Built once a language. */
export class RoutineRanker {
  readonly #routines: readonly Routine[];
  readonly #fields: readonly { readonly weight: number; readonly index: NgramIndex }[];

  constructor(routines: readonly Routine[], locale: Locale) {
    this.#routines = routines;
    this.#fields = FIELDS.map(({ weight, text }) => ({
      weight,
      index: new NgramIndex(routines.map((routine) => text(routine, locale))),
    }));
  }

  /** `fit` says how well a routine's place fits the question, 0 to 1. */
  rank(question: string, count: number, fit: (routine: Routine) => number = () => 1): Ranked[] {
    const totals = new Float64Array(this.#routines.length);
    for (const { weight, index } of this.#fields) {
      const scores = index.scores(question);
      for (let i = 0; i < totals.length; i++) totals[i]! += weight * scores[i]!;
    }
    this.#routines.forEach((routine, i) => (totals[i]! *= totals[i]! > 0 ? fit(routine) : 1));
    const most = bestPossible(question, this.#routines.length);
    return [...totals.keys()]
      .sort((a, b) => totals[b]! - totals[a]!)
      .slice(0, count)
      .map((i) => ({ routine: this.#routines[i]!, confidence: Math.min(1, totals[i]! / most) }));
  }
}

/** About the score of a document that holds the question word for word, among so many documents. */
export function bestPossible(question: string, documents: number): number {
  const ideal = new NgramIndex([question]);
  const idf = Math.log(1 + (documents + 0.5) / 1.5) / Math.log(1 + 0.5 / 1.5);
  return Math.max(1, ideal.scores(question)[0]! * idf * 1.4);
}
