import type { Locale } from '../../calendar/index.js';
import { fold } from '../text/fold.js';
import { stem } from '../text/stem.js';

const LONGEST_EXACT = 4;

/** Words that mean the same, per language. */
export interface ConceptGroup {
  readonly sv: readonly string[];
  readonly en: readonly string[];
}

interface Phrase {
  readonly words: readonly string[];
  readonly beginsOnly: boolean;
  readonly concept: number;
}

/**
 * Finds the groups of words that mean the same (knowledge/vocabulary/concepts.yml says how an entry is written). A word is
 * looked up once and remembered by the word table; only words in a row are looked for in each text.
 */
export class ConceptMatcher {
  readonly #stems = new Map<string, number[]>();
  readonly #exact = new Map<string, number[]>();
  readonly #beginnings = new Map<string, number[]>();
  readonly #endings = new Map<string, number[]>();
  readonly #parts: { readonly part: string; readonly concept: number }[] = [];
  readonly #phrases = new Map<string, Phrase[]>();
  readonly count: number;

  constructor(concepts: readonly ConceptGroup[], locale: Locale) {
    this.count = concepts.length;
    concepts.forEach((concept, id) => concept[locale].forEach((entry) => this.#add(fold(entry), id)));
  }

  #add(entry: string, concept: number): void {
    const begins = entry.endsWith('-');
    const ends = entry.startsWith('-');
    const word = entry.replace(/^-|-$/g, '');
    if (word.includes(' ')) {
      const words = word.split(' ');
      put(this.#phrases, words[0]!, { words, beginsOnly: begins, concept });
    } else if (begins && ends) this.#parts.push({ part: word, concept });
    else if (begins) put(this.#beginnings, word, concept);
    else if (ends) put(this.#endings, stem(word), concept);
    else if (word.length <= LONGEST_EXACT) put(this.#exact, word, concept);
    else put(this.#stems, stem(word), concept);
  }

  /** The groups that a folded word belongs to by itself. */
  ofWord(folded: string): number[] {
    const found = new Set([...(this.#exact.get(folded) ?? []), ...(this.#stems.get(stem(folded)) ?? [])]);
    for (let length = 2; length <= folded.length; length++)
      for (const concept of this.#beginnings.get(folded.slice(0, length)) ?? []) found.add(concept);
    const stemmed = stem(folded);
    for (let at = 0; at < stemmed.length - 1; at++)
      for (const concept of this.#endings.get(stemmed.slice(at)) ?? []) found.add(concept);
    for (const { part, concept } of this.#parts) if (folded.includes(part)) found.add(concept);
    return [...found];
  }

  beginsPhrase(folded: string): boolean {
    return this.#phrases.has(folded);
  }

  /** The groups of the words in a row that begin at a place of a text, given word by word. */
  phrasesAt(wordAt: (place: number) => string | undefined, start: number): number[] {
    const fits = ({ words, beginsOnly }: Phrase) =>
      words.every((word, i) => {
        const other = wordAt(start + i);
        return beginsOnly && i === words.length - 1 ? (other?.startsWith(word) ?? false) : other === word;
      });
    return (this.#phrases.get(wordAt(start)!) ?? []).filter(fits).map(({ concept }) => concept);
  }
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
