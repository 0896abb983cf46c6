import type { Locale } from '../../calendar/index.js';
import type { Routine } from '../knowledge.js';
import {
  type ConceptMatcher,
  FEATURES,
  featuresOf,
  GramIndex,
  Passages,
  type QuestionView,
  ROUTINE_FEATURES,
  viewQuestion,
  WordTable,
} from '../ranking/index.js';

/** How many routines the first stage hands on. */
const CANDIDATES = 30;
const WIDTH = ROUTINE_FEATURES.length;

/** Routines that may answer one question, with their features row after row. */
export interface RoutineShortlist {
  readonly question: QuestionView;
  readonly candidates: readonly number[];
  readonly features: Float64Array;
}

/** The routines of one language as passages: the whole for the first stage, then its text and each question people ask. */
export class RoutineIndex {
  /** Title and text, where the answer stands. */
  readonly texts: Passages;
  readonly grams: GramIndex;
  /** Title and alternative questions, each a passage of its own: routine n has those from `#firsts[n]` to `#firsts[n + 1]`. */
  readonly #asked: Passages;
  readonly #firsts: number[] = [0];
  readonly #worths: Float64Array;

  constructor(routines: readonly Routine[], locale: Locale, matcher: ConceptMatcher) {
    const table = new WordTable(matcher);
    const whole = new Passages(table);
    this.texts = new Passages(table);
    this.#asked = new Passages(table);
    for (const routine of routines) {
      const { title, questions, body } = inLanguage(routine, locale);
      whole.add([title, ...questions, body].join('\n'));
      this.texts.add(`${title}\n${body}`);
      for (const asked of [title, ...questions]) this.#asked.add(asked);
      this.#firsts.push(this.#asked.size);
    }
    this.grams = new GramIndex(whole);
    this.#worths = Float64Array.from({ length: this.#asked.size }, (_, asked) => {
      let worth = 0;
      this.#asked.eachGram(asked, (gram) => (worth += this.grams.idf(gram)));
      return worth;
    });
  }

  /**
   * The routines that share most with the question. `leftOut` is the number of an alternative question that must not help:
   * for learning, which asks the routines' own questions.
   */
  shortlist(question: string, leftOut?: number): RoutineShortlist {
    const view = viewQuestion(question, this.texts.table);
    const candidates = this.grams.best(view.grams, CANDIDATES).map(({ passage }) => passage);
    const ofText = featuresOf(this.texts, view, candidates, []);
    const features = new Float64Array(candidates.length * WIDTH);
    candidates.forEach((routine, row) => {
      features.set(ofText.subarray(row * FEATURES.length + 1, (row + 1) * FEATURES.length), row * WIDTH);
      features[(row + 1) * WIDTH - 1] = this.#likeness(view, routine, leftOut);
    });
    return { question: view, candidates, features };
  }

  /** The number of an alternative question of a routine, as `shortlist` leaves it out. */
  numberOf(routine: number, question: number): number {
    return this.#firsts[routine]! + 1 + question;
  }

  /** How alike the question is to the most alike of those that people ask, 0 to 1 (Dice, rare pieces counting more). */
  #likeness(view: QuestionView, routine: number, leftOut: number | undefined): number {
    let asks = view.strange * this.grams.maxIdf;
    for (const [gram, weight] of view.grams) asks += weight * this.grams.idf(gram);
    let best = 0;
    for (let asked = this.#firsts[routine]!; asked < this.#firsts[routine + 1]!; asked++) {
      if (asked === leftOut) continue;
      let shared = 0;
      const seen = new Set<number>();
      this.#asked.eachGram(asked, (gram) => {
        const weight = view.grams.get(gram);
        if (weight === undefined || seen.has(gram)) return;
        seen.add(gram);
        shared += weight * this.grams.idf(gram);
      });
      best = Math.max(best, (2 * shared) / Math.max(1e-9, asks + this.#worths[asked]!));
    }
    return Math.min(1, best);
  }
}

/** What a routine says in one language. */
export function inLanguage(routine: Routine, locale: Locale): { title: string; questions: string[]; body: string } {
  return locale === 'sv'
    ? { title: routine.title, questions: routine.questions, body: routine.body }
    : { title: routine.titleEn, questions: routine.questionsEn, body: routine.bodyEn };
}
