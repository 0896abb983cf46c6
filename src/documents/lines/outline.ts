import { keyOf } from './line.js';

/** Keeps track of which headings are open, and gives each new one its level (from 1). */
export class Outline {
  readonly #open: number[] = [];
  /** The rank of the heading that one of this text stood under when it came first. */
  readonly #parents = new Map<string, number>();

  /** A smaller rank stands above. A heading that comes again stands where it stood before, under the next chapter. */
  levelOf(text: string, rank: number): number {
    const parent = this.#parents.get(keyOf(text)) ?? rank;
    while (this.#open.length > 0 && (this.#open.at(-1)! >= rank || this.#open.at(-1)! > parent)) this.#open.pop();
    this.#parents.set(keyOf(text), Math.min(parent, this.#open.at(-1) ?? -1));
    this.#open.push(rank);
    return this.#open.length;
  }
}
