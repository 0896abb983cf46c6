import type { Passages } from './passages.js';

const K1 = 1.2;
const B = 0.75;

/**
 * BM25 over character 4-grams inside words: the first of two stages. Built in one go over passages that do not change after;
 * all postings lie in two typed arrays, one passage after the other a gram.
 */
export class GramIndex {
  readonly #starts: Uint32Array;
  readonly #passages: Uint16Array | Uint32Array;
  readonly #counts: Uint8Array;
  readonly #norms: Float32Array;
  readonly #scores: Float32Array;
  readonly size: number;

  constructor(passages: Passages) {
    this.size = passages.size;
    const { table } = passages;
    const { words } = passages;
    const grams = table.grams.values;
    const last = new Int32Array(table.gramCount).fill(-1);
    const lengths = new Uint32Array(this.size);
    const starts = new Uint32Array(table.gramCount + 1);
    const each = (see: (gram: number, passage: number) => void) => {
      for (let passage = 0; passage < this.size; passage++)
        for (let at = passages.start(passage), end = passages.end(passage); at < end; at++) {
          const word = words[at]!;
          for (let i = table.grams.start(word), last = table.grams.end(word); i < last; i++) see(grams[i]!, passage);
        }
    };
    each((gram, passage) => {
      lengths[passage]!++;
      if (last[gram] === passage) return;
      last[gram] = passage;
      starts[gram + 1]!++;
    });
    for (let gram = 0; gram < table.gramCount; gram++) starts[gram + 1]! += starts[gram]!;
    const total = starts[table.gramCount]!;
    this.#passages = this.size <= 0x10000 ? new Uint16Array(total) : new Uint32Array(total);
    this.#counts = new Uint8Array(total);
    const next = starts.slice(0, table.gramCount);
    last.fill(-1);
    each((gram, passage) => {
      if (last[gram] !== passage) {
        last[gram] = passage;
        this.#passages[next[gram]!++] = passage;
      }
      const at = next[gram]! - 1;
      if (this.#counts[at]! < 255) this.#counts[at]!++;
    });
    this.#starts = starts;
    const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, this.size);
    this.#norms = Float32Array.from(lengths, (length) => K1 * (1 - B + (B * length) / average));
    this.#scores = new Float32Array(this.size);
  }

  /** The rarity of a gram that no passage has. */
  get maxIdf(): number {
    return Math.log(1 + (this.size + 0.5) / 0.5);
  }

  /** In how many passages a gram stands. */
  spread(gram: number): number {
    return this.#starts[gram + 1]! - this.#starts[gram]!;
  }

  idf(gram: number): number {
    const spread = this.spread(gram);
    return Math.log(1 + (this.size - spread + 0.5) / (spread + 0.5));
  }

  /** The passages that share most with the grams (with how often each is asked for), best first. */
  best(asked: ReadonlyMap<number, number>, count: number): { passage: number; score: number }[] {
    const scores = this.#scores.fill(0);
    for (const [gram, weight] of asked) {
      const gain = weight * this.idf(gram) * (K1 + 1);
      for (let at = this.#starts[gram]!, end = this.#starts[gram + 1]!; at < end; at++) {
        const passage = this.#passages[at]!;
        const times = this.#counts[at]!;
        scores[passage]! += (gain * times) / (times + this.#norms[passage]!);
      }
    }
    return topOf(scores, count);
  }
}

/** The highest of many scores above 0, best first, then in their order: kept in a short sorted list. */
export function topOf(scores: Float32Array, count: number): { passage: number; score: number }[] {
  const top: { passage: number; score: number }[] = [];
  let least = 0;
  for (let passage = 0; passage < scores.length; passage++) {
    const score = scores[passage]!;
    if (score <= least) continue;
    let at = top.length;
    while (at > 0 && top[at - 1]!.score < score) at--;
    top.splice(at, 0, { passage, score });
    if (top.length > count) top.pop();
    if (top.length === count) least = top[count - 1]!.score;
  }
  return top;
}
