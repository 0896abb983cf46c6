import { tokenise } from './fold.js';
import { stem } from './stem.js';
import { STOP_WORDS } from './stop-words.js';

/** A part of a compound counts less than the word itself. */
const PART = 0.6;
const SHORTEST_PART = 5;

/** The stems of all words of these texts that carry meaning. */
export function stemsOf(texts: readonly string[]): ReadonlySet<string> {
  const words = texts.flatMap((text) => tokenise(text)).filter(({ text }) => !STOP_WORDS.has(text));
  return new Set(words.map(({ folded }) => stem(folded)));
}

/** How much a word tells, by how few of the bags hold it. */
export function weightsOver(bags: readonly ReadonlySet<string>[]): (word: string) => number {
  const spread = new Map<string, number>();
  for (const bag of bags) for (const word of bag) spread.set(word, (spread.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + bags.length / (0.5 + (spread.get(word) ?? 0)));
}

/** How much of what these words tell the bag holds, 0 to 1; 1 for no words. */
export function coverage(words: readonly string[], bag: ReadonlySet<string>, weight: (word: string) => number): number {
  const total = words.reduce((sum, word) => sum + weight(word), 0);
  return total === 0 ? 1 : words.reduce((sum, word) => sum + weight(word) * holds(bag, word), 0) / total;
}

/** How surely a bag of stems holds a word: 1 for the word itself, less for a part of a compound, 0 for neither. */
export function holds(bag: ReadonlySet<string>, word: string): number {
  if (bag.has(word)) return 1;
  if (word.length < SHORTEST_PART) return 0;
  for (const other of bag)
    if (other.length >= SHORTEST_PART && (other.includes(word) || word.includes(other))) return PART;
  return 0;
}
