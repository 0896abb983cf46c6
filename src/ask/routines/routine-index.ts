import type { Locale } from '../../calendar/index.js';
import type { Routine } from '../knowledge.js';
import type { Steps } from '../steps.js';
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
/** So alike a question is the same: a button that was pressed, a slip of a letter. */
const SAME = 0.85;
/** How soon more of the same stops counting. */
const SATURATION = 1.2;
const WIDTH = ROUTINE_FEATURES.length;

/** Routines that may answer one question, with their features row after row. */
export interface RoutineShortlist {
  readonly question: QuestionView;
  readonly candidates: readonly number[];
  readonly features: Float64Array;
  /** The alternative question that did not help. */
  readonly leftOut: number | undefined;
}

/** The routines of one language as passages: the whole for the first stage, then its text and each question people ask. */
export class RoutineIndex {
  /** Title and text, where the answer stands. */
  readonly texts: Passages;
  readonly grams: GramIndex;
  /** Title and alternative questions, each a passage of its own: routine n has those from `#firsts[n]` to `#firsts[n + 1]`. */
  readonly #asked: Passages;
  readonly #firsts: readonly number[];
  readonly #worths: Float64Array;

  private constructor(parts: {
    texts: Passages;
    asked: Passages;
    firsts: number[];
    grams: GramIndex;
    worths: Float64Array;
  }) {
    this.texts = parts.texts;
    this.grams = parts.grams;
    this.#asked = parts.asked;
    this.#firsts = parts.firsts;
    this.#worths = parts.worths;
  }

  /** Indexes routine after routine. */
  static *steps(routines: readonly Routine[], locale: Locale, matcher: ConceptMatcher): Steps<RoutineIndex> {
    const table = new WordTable(matcher);
    const [whole, texts, asked] = [new Passages(table), new Passages(table), new Passages(table)];
    const firsts = [0];
    for (const routine of routines) {
      const { title, questions, body } = inLanguage(routine, locale);
      whole.add([title, ...questions, body].join('\n'));
      texts.add(`${title}\n${body}`);
      for (const question of [title, ...questions]) asked.add(question);
      firsts.push(asked.size);
      yield;
    }
    const grams = new GramIndex(whole);
    yield;
    const worths = new Float64Array(asked.size);
    for (let number = 0; number < asked.size; number++) {
      asked.eachGram(number, (gram) => (worths[number]! += grams.idf(gram)));
      if (number % 50 === 0) yield;
    }
    return new RoutineIndex({ texts, asked, firsts, grams, worths });
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
      features.set(this.#likeness(view, routine, leftOut), (row + 1) * WIDTH - 3);
    });
    return { question: view, candidates, features, leftOut };
  }

  /** Whether a routine's text or one of its questions has a gram. */
  holds(routine: number, leftOut?: number): (gram: number) => boolean {
    const held = new Set<number>();
    const see = (gram: number) => void held.add(gram);
    this.texts.eachGram(routine, see);
    for (let asked = this.#firsts[routine]!; asked < this.#firsts[routine + 1]!; asked++)
      if (asked !== leftOut) this.#asked.eachGram(asked, see);
    return (gram) => held.has(gram);
  }

  /** The number of an alternative question of a routine, as `shortlist` leaves it out. */
  numberOf(routine: number, question: number): number {
    return this.#firsts[routine]! + 1 + question;
  }

  /** How much of the question a routine's own questions hold together, and how alike the most alike of them is (Dice). */
  #likeness(
    view: QuestionView,
    routine: number,
    leftOut: number | undefined,
  ): [asked: number, alike: number, same: number] {
    let asks = view.strange * this.grams.maxIdf;
    for (const [gram, weight] of view.grams) asks += weight * this.grams.idf(gram);
    const counts = new Map<number, number>();
    let alike = 0;
    for (let asked = this.#firsts[routine]!; asked < this.#firsts[routine + 1]!; asked++) {
      if (asked === leftOut) continue;
      let shared = 0;
      const seen = new Set<number>();
      this.#asked.eachGram(asked, (gram) => {
        const weight = view.grams.get(gram);
        if (weight === undefined) return;
        counts.set(gram, (counts.get(gram) ?? 0) + 1);
        if (seen.has(gram)) return;
        seen.add(gram);
        shared += weight * this.grams.idf(gram);
      });
      alike = Math.max(alike, (2 * shared) / Math.max(1e-9, asks + this.#worths[asked]!));
    }
    let held = 0;
    for (const [gram, count] of counts)
      held += (view.grams.get(gram)! * this.grams.idf(gram) * count * (1 + SATURATION)) / (count + SATURATION);
    return [held / Math.max(1e-9, asks), Math.min(1, alike), alike >= SAME ? 1 : 0];
  }
}

/** What a routine says in one language. */
export function inLanguage(routine: Routine, locale: Locale): { title: string; questions: string[]; body: string } {
  return locale === 'sv'
    ? { title: routine.title, questions: routine.questions, body: routine.body }
    : { title: routine.titleEn, questions: routine.questionsEn, body: routine.bodyEn };
}
