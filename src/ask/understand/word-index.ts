import type { Words } from './words.js';
import { editDistance } from '../text/edit-distance.js';
import { fold } from '../text/fold.js';
import { stem } from '../text/stem.js';

/** A word of the vocabulary that a typed word may stand for, and how surely (1 = as typed). */
export interface WordMatch {
  readonly word: number;
  readonly quality: number;
}

const AS_TYPED = 1;
const WITHOUT_MARKS = 0.97;
export const INFLECTED = 0.95;
export const CUT_SHORT = 0.8;
const MISSPELT = 0.75;

/** Words this short match only as typed: without dots "män" would be "man" and "HÄ" "ha". */
const SHORT = 3;
const SHORTEST_CUT = 5;
/** A cut-off word shows at least this share of the whole: "äldreoms" does, "kompetens" of a long compound does not. */
const MOST_CUT = 2;
const SHORTEST_MISSPELT = 6;
/** Words one letter shorter may only have two neighbours swapped: "månag" is många, "löser" no "löner", "månen" no "männen". */
const SHORTEST_SWAPPED = 5;
const LONG = 9;
const CACHE_SIZE = 5000;

/** All words of the vocabulary, found by what people type: inflected, without dots, misspelt or cut short. */
export class WordIndex {
  readonly #texts: string[] = [];
  readonly #folded: string[] = [];
  readonly #stems: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #byFolded = new Map<string, number[]>();
  readonly #byStem = new Map<string, number[]>();
  readonly #byFirstLetter = new Map<string, number[]>();
  readonly #loose = new Map<string, WordMatch[]>();
  readonly #realWords: ReadonlySet<string>;
  readonly #uninflected: Words;
  /** Words that the vocabulary writes with a capital: places, programmes, abbreviations. */
  readonly #names = new Set<number>();

  /**
   * `realWords` are words known to be spelt right: none of them is taken for a misspelling of another. `uninflected` are no
   * forms of another word, though the stemmer takes them for one: "bara" is not "barn".
   */
  constructor(realWords: ReadonlySet<string> = new Set(), uninflected: Words = { has: () => false }) {
    this.#realWords = realWords;
    this.#uninflected = uninflected;
  }

  /** The number of a word, adding it when it is new. */
  add(text: string, isName = false): number {
    const known = this.#numbers.get(text);
    const number = known ?? this.#texts.length;
    if (isName) this.#names.add(number);
    if (known !== undefined) return known;
    const folded = fold(text);
    this.#texts.push(text);
    this.#folded.push(folded);
    this.#stems.push(stem(folded));
    this.#numbers.set(text, number);
    push(this.#byFolded, folded, number);
    if (text.length > SHORT) push(this.#byStem, stem(folded), number);
    push(this.#byFirstLetter, folded[0]!, number);
    return number;
  }

  /** The words that a typed word surely stands for: as typed, without marks, inflected; a name is inflected of names alone. */
  exact(text: string, isName = false): WordMatch[] {
    const folded = fold(text);
    const found = new Map<number, number>();
    const note = (word: number, quality: number) => {
      if (quality > (found.get(word) ?? 0)) found.set(word, quality);
    };
    const asTyped = this.#numbers.get(text);
    if (asTyped !== undefined) note(asTyped, AS_TYPED);
    if (text.length > SHORT) {
      for (const word of this.#byFolded.get(folded) ?? []) note(word, WITHOUT_MARKS);
      if (!this.#uninflected.has(text))
        for (const word of this.#byStem.get(stem(folded)) ?? [])
          if (!isName || this.#names.has(word)) note(word, INFLECTED);
    }
    return [...found].map(([word, quality]) => ({ word, quality }));
  }

  /**
   * The words that it may stand for when nothing is sure: cut short ("äldreoms") or misspelt ("servise"); of a name, names
   * alone: "Vantör" is no misspelt "väntar".
   */
  loose(text: string, isName = false): WordMatch[] {
    const found = this.#looseOf(text);
    return isName ? found.filter(({ word }) => this.#names.has(word)) : found;
  }

  #looseOf(text: string): WordMatch[] {
    const cached = this.#loose.get(text);
    if (cached) return cached;
    const found = this.#searchLoose(fold(text), !this.#realWords.has(text));
    if (this.#loose.size >= CACHE_SIZE) this.#loose.clear();
    this.#loose.set(text, found);
    return found;
  }

  #searchLoose(folded: string, mayBeMisspelt: boolean): WordMatch[] {
    if (folded.length < SHORTEST_CUT || /^\d/.test(folded)) return [];
    const typedStem = stem(folded);
    const max = folded.length >= LONG ? 2 : 1;
    const found: WordMatch[] = [];
    for (const word of this.#byFirstLetter.get(folded[0]!) ?? []) {
      const candidate = this.#folded[word]!;
      if (
        mayBeMisspelt &&
        candidate.length <= folded.length * MOST_CUT &&
        candidate.length > folded.length + 1 &&
        candidate.startsWith(folded)
      )
        found.push({ word, quality: CUT_SHORT });
      else if (mayBeMisspelt && Math.min(candidate.length, folded.length) >= SHORTEST_MISSPELT) {
        const distance = Math.min(editDistance(folded, candidate, max), stemDistance(typedStem, this.#stems[word]!));
        if (distance <= max) found.push({ word, quality: MISSPELT - 0.05 * distance });
      } else if (mayBeMisspelt && candidate.length >= SHORTEST_SWAPPED && isSwapped(folded, candidate))
        found.push({ word, quality: MISSPELT - 0.05 });
    }
    return found;
  }

  text(word: number): string {
    return this.#texts[word]!;
  }
}

/** One letter at most: a stem is short, and two letters of it make another word ("rutin", "retir"). */
function stemDistance(a: string, b: string): number {
  return a.length > SHORTEST_MISSPELT && editDistance(a, b, 1) <= 1 ? 1 : Infinity;
}

/** The same letters with two neighbours swapped. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return at >= 0 && a.slice(0, at) + a[at + 1] + a[at] + a.slice(at + 2) === b;
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
