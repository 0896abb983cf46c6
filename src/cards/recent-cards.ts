import type { AdaptiveCardJson } from './json.js';

/** Bound cards by what they were bound from, the least recently used dropped first. */
export class RecentCards {
  readonly #cards = new Map<string, AdaptiveCardJson>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** The card kept under the key, or the one that `bind` makes. Callers must not change it. */
  get(key: string, bind: () => AdaptiveCardJson): AdaptiveCardJson {
    const card = this.#cards.get(key) ?? bind();
    // A Map keeps the order of insertion, so what is put in again is the newest.
    this.#cards.delete(key);
    this.#cards.set(key, card);
    if (this.#cards.size > this.#most) this.#cards.delete(this.#cards.keys().next().value!);
    return card;
  }
}
