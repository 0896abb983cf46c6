import { tokenise } from '../text/fold.js';

const LENGTH = 4;
const K1 = 1.2;
const B = 0.75;

/**
 * Overlapping pieces of four letters inside each word, folded, with its ends marked: they meet across compounds,
 * inflection, missing dots and misspellings alike, which Swedish needs more than whole words.
 */
export function ngrams(text: string): string[] {
  return tokenise(text).flatMap(({ folded }) => {
    const marked = `_${folded}_`;
    if (marked.length <= LENGTH) return [marked];
    return Array.from({ length: marked.length - LENGTH + 1 }, (_, at) => marked.slice(at, at + LENGTH));
  });
}

interface Posting {
  readonly document: number;
  readonly count: number;
}

/** BM25 over character 4-grams. Built once; `scores` gives one number a document, 0 where nothing is shared. */
export class NgramIndex {
  readonly #postings = new Map<string, Posting[]>();
  readonly #lengths: number[];
  readonly #averageLength: number;

  constructor(documents: readonly string[]) {
    const bags = documents.map((document) => countAll(ngrams(document)));
    this.#lengths = bags.map((bag) => [...bag.values()].reduce((sum, count) => sum + count, 0));
    this.#averageLength = this.#lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.length);
    bags.forEach((bag, document) => {
      for (const [gram, count] of bag) {
        const list = this.#postings.get(gram);
        if (list) list.push({ document, count });
        else this.#postings.set(gram, [{ document, count }]);
      }
    });
  }

  scores(query: string): Float64Array {
    const scores = new Float64Array(this.#lengths.length);
    for (const [gram, weight] of countAll(ngrams(query))) {
      const postings = this.#postings.get(gram);
      if (!postings) continue;
      const idf = Math.log(1 + (this.#lengths.length - postings.length + 0.5) / (postings.length + 0.5));
      for (const { document, count } of postings) {
        const norm = K1 * (1 - B + (B * this.#lengths[document]!) / this.#averageLength);
        scores[document]! += weight * idf * ((count * (K1 + 1)) / (count + norm));
      }
    }
    return scores;
  }
}

function countAll(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
