import { words } from '../text/fold.js';
import { IntList, IntRows } from './int-list.js';
import type { WordTable } from './word-table.js';

const SENTENCE_END = /[.!?:]\s|\n/u;
const LONGEST_LEAD = 30;
/** "Ja. Det gör ni." begins with a sentence that says too little. */
const SHORTEST_LEAD = 4;
const LEAD_WITHOUT_SENTENCE = 12;

/** Passages as runs of word ids, end to end. */
export class Passages {
  readonly #rows = new IntRows();
  readonly #leads = new IntList();

  constructor(readonly table: WordTable) {}

  get size(): number {
    return this.#rows.size;
  }

  /** The word ids of all passages; passage n lies from `start(n)` to `end(n)`. */
  get words(): Uint32Array<ArrayBuffer> {
    return this.#rows.values;
  }

  /** Takes a passage in and gives its number. */
  add(text: string): number {
    const found = words(text);
    this.#rows.add(found.map((word) => this.table.add(word)));
    const end = text.search(SENTENCE_END);
    const lead = end === -1 ? found.length : words(text.slice(0, end)).length;
    const enough = lead < SHORTEST_LEAD ? LEAD_WITHOUT_SENTENCE : lead;
    this.#leads.push(Math.min(found.length, enough, LONGEST_LEAD));
    return this.size - 1;
  }

  start(passage: number): number {
    return this.#rows.start(passage);
  }

  end(passage: number): number {
    return this.#rows.end(passage);
  }

  length(passage: number): number {
    return this.end(passage) - this.start(passage);
  }

  /** How many words the passage's first sentence has. */
  lead(passage: number): number {
    return this.#leads.at(passage);
  }

  /** Sees each gram of a passage, as often as it stands there. */
  eachGram(passage: number, see: (gram: number) => void): void {
    const { words } = this;
    const { grams } = this.table;
    const { values } = grams;
    for (let at = this.start(passage), last = this.end(passage); at < last; at++) {
      const word = words[at]!;
      for (let i = grams.start(word), end = grams.end(word); i < end; i++) see(values[i]!);
    }
  }

  /** Tells of grams whether the passage has them. */
  holds(passage: number): (gram: number) => boolean {
    const held = new Set<number>();
    this.eachGram(passage, (gram) => void held.add(gram));
    return (gram) => held.has(gram);
  }
}
