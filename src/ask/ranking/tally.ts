import type { Passages } from './passages.js';

const K1 = 1.2;
const B = 0.75;

/** How often each asked thing (a slot) stands in each candidate (a row), and in its first sentence; row after row. */
export interface Tally {
  readonly slots: number;
  readonly weights: readonly number[];
  readonly all: Float64Array;
  readonly lead: Float64Array;
}

/** Gives the things of the word that stands at a place of `passages.words`; `end` is where its passage ends. */
export type ThingsAt = (at: number, end: number, see: (thing: number) => void) => void;

/** Counts the asked things, each with its weight, in the candidates. */
export function tally(
  passages: Passages,
  candidates: readonly number[],
  asked: ReadonlyMap<number, number>,
  thingsAt: ThingsAt,
): Tally {
  const slotOf = new Map([...asked.keys()].map((thing, slot) => [thing, slot]));
  const slots = asked.size;
  const all = new Float64Array(candidates.length * slots);
  const lead = new Float64Array(candidates.length * slots);
  if (slots === 0) return { slots, weights: [], all, lead };
  for (let row = 0; row < candidates.length; row++) {
    const start = passages.start(candidates[row]!);
    const end = passages.end(candidates[row]!);
    const leadEnd = start + passages.lead(candidates[row]!);
    let at = start;
    const see = (thing: number) => {
      const slot = slotOf.get(thing);
      if (slot === undefined) return;
      all[row * slots + slot]!++;
      if (at < leadEnd) lead[row * slots + slot]!++;
    };
    for (; at < end; at++) thingsAt(at, end, see);
  }
  return { slots, weights: [...asked.values()], all, lead };
}

/** How rare each slot is among the candidates: what all of them hold does not tell them apart. */
export function rarity(counts: Float64Array, rows: number, slots: number): Float64Array {
  const idf = new Float64Array(slots);
  for (let slot = 0; slot < slots; slot++) {
    let holds = 0;
    for (let row = 0; row < rows; row++) holds += Math.min(1, counts[row * slots + slot]!);
    idf[slot] = Math.log(1 + (rows - holds + 0.5) / (holds + 0.5));
  }
  return idf;
}

/** BM25 of each candidate with rarity among the candidates, as a share of what a perfect one would have. */
export function bm25({ slots, weights, all }: Tally, lengths: readonly number[]): Float64Array {
  const rows = lengths.length;
  const idf = rarity(all, rows, slots);
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, rows);
  const most = weights.reduce((sum, weight, slot) => sum + weight * idf[slot]!, 0);
  return Float64Array.from(lengths, (length, row) => {
    const norm = K1 * (1 - B + (B * length) / Math.max(1, average));
    let score = 0;
    for (let slot = 0; slot < slots; slot++) {
      const count = all[row * slots + slot]!;
      if (count > 0) score += weights[slot]! * idf[slot]! * ((count * (K1 + 1)) / (count + norm));
    }
    return most > 0 ? score / most : 0;
  });
}

/** The share of the question's weight that a candidate holds at all, anywhere or in its first sentence. */
export function coverage({ slots, weights, all, lead }: Tally, rows: number, where: 'all' | 'lead'): Float64Array {
  const idf = rarity(all, rows, slots);
  const counts = where === 'all' ? all : lead;
  const most = weights.reduce((sum, weight, slot) => sum + weight * idf[slot]!, 0);
  return Float64Array.from({ length: rows }, (_, row) => {
    let held = 0;
    for (let slot = 0; slot < slots; slot++) if (counts[row * slots + slot]! > 0) held += weights[slot]! * idf[slot]!;
    return most > 0 ? held / most : 0;
  });
}
