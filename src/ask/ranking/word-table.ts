import { fold } from '../text/fold.js';
import { stem } from '../text/stem.js';
import { STOP_WORDS } from '../text/stop-words.js';
import type { ConceptMatcher } from './concepts.js';
import { classesOf } from './cues.js';
import { endsOf, gramKeys } from './grams.js';
import { IntList, IntRows } from './int-list.js';

/**
 * Every distinct word of the passages, looked at once: its pieces, stem, ends, concept groups and classes of cues, as
 * numbers. A passage is then a run of word ids, and fifty of them are compared with a question without touching a string.
 */
export class WordTable {
  readonly #ids = new Map<string, number>();
  readonly #folded: string[] = [];
  readonly #gramIds = new Map<number, number>();
  readonly #stemIds = new Map<string, number>();
  /** Stem id + 1; 0 for words that only carry grammar. */
  readonly #stems = new IntList();
  readonly #heads = new IntList();
  readonly #tails = new IntList();
  readonly #classes = new IntList();
  readonly #beginsPhrase: boolean[] = [];
  readonly grams = new IntRows();
  readonly concepts = new IntRows();

  constructor(readonly matcher: ConceptMatcher) {}

  get gramCount(): number {
    return this.#gramIds.size;
  }

  get stemCount(): number {
    return this.#stemIds.size;
  }

  /** The id of a lower-case word, taken into the table when new. */
  add(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.#folded.length;
    const folded = fold(word);
    const { head, tail } = endsOf(folded);
    this.#ids.set(word, id);
    this.#folded.push(folded);
    this.grams.add(gramKeys(folded).map((key) => intern(this.#gramIds, key)));
    this.#stems.push(STOP_WORDS.has(word) ? 0 : intern(this.#stemIds, stem(folded)) + 1);
    this.#heads.push(head);
    this.#tails.push(tail);
    this.concepts.add(this.matcher.ofWord(folded));
    this.#classes.push(classesOf(folded));
    this.#beginsPhrase.push(this.matcher.beginsPhrase(folded));
    return id;
  }

  folded(id: number): string | undefined {
    return this.#folded[id];
  }

  /** The id of a gram that some passage has. */
  gramId(key: number): number | undefined {
    return this.#gramIds.get(key);
  }

  stemId(folded: string): number | undefined {
    return this.#stemIds.get(stem(folded));
  }

  /** The stem's id, -1 for words that only carry grammar. */
  stem(id: number): number {
    return this.#stems.at(id) - 1;
  }

  head(id: number): number {
    return this.#heads.at(id);
  }

  tail(id: number): number {
    return this.#tails.at(id);
  }

  classes(id: number): number {
    return this.#classes.at(id);
  }

  beginsPhrase(id: number): boolean {
    return this.#beginsPhrase[id]!;
  }
}

function intern<K>(ids: Map<K, number>, key: K): number {
  let id = ids.get(key);
  if (id === undefined) ids.set(key, (id = ids.size));
  return id;
}
