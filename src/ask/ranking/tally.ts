import type { Sheet } from './sheet.js';

const K1 = 1.2;
const B = 0.75;

/** How often each asked thing (a slot) stands in each candidate (a row), and in its first sentence; row after row. */
export interface Tally {
  readonly rows: number;
  readonly slots: number;
  readonly weights: readonly number[];
  readonly all: Float64Array;
  readonly lead: Float64Array;
}

type See = (thing: number) => void;

/** Things that a word has wherever it stands, and things that depend on its neighbours, by place of the sheet. */
export interface Things {
  readonly ofWord?: (word: number, see: See) => void;
  readonly atPlace?: (place: number, end: number, see: See) => void;
}

/** Counts the asked things, each with its weight, in the candidates. */
export function tally(sheet: Sheet, asked: ReadonlyMap<number, number>, things: Things): Tally {
  const { starts, leads, places } = sheet;
  const slotOf = new Map([...asked.keys()].map((thing, slot) => [thing, slot]));
  const slots = asked.size;
  const rows = sheet.candidates.length;
  const all = new Float64Array(rows * slots);
  const lead = new Float64Array(rows * slots);
  const found: Tally = { rows, slots, weights: [...asked.values()], all, lead };
  if (slots === 0) return found;
  const ofWord = sheet.words.map((word) => slotsOf(slotOf, (see) => things.ofWord?.(word, see)));
  for (let row = 0; row < rows; row++) {
    const end = starts[row + 1]!;
    const leadEnd = starts[row]! + leads[row]!;
    let place = starts[row]!;
    const count = (slot: number) => {
      all[row * slots + slot]!++;
      if (place < leadEnd) lead[row * slots + slot]!++;
    };
    const see = (thing: number) => {
      const slot = slotOf.get(thing);
      if (slot !== undefined) count(slot);
    };
    for (; place < end; place++) {
      ofWord[places[place]!]?.forEach(count);
      things.atPlace?.(place, end, see);
    }
  }
  return found;
}

function slotsOf(slotOf: ReadonlyMap<number, number>, each: (see: See) => void): number[] | undefined {
  let slots: number[] | undefined;
  each((thing) => {
    const slot = slotOf.get(thing);
    if (slot !== undefined) (slots ??= []).push(slot);
  });
  return slots;
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

/** BM25 of each candidate with rarity among the candidates, as a share of what the question itself weighs. */
export function bm25({ rows, slots, weights, all }: Tally, lengths: readonly number[]): Float64Array {
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
export function coverage({ rows, slots, weights, all, lead }: Tally, where: 'all' | 'lead'): Float64Array {
  const idf = rarity(all, rows, slots);
  const counts = where === 'all' ? all : lead;
  const most = weights.reduce((sum, weight, slot) => sum + weight * idf[slot]!, 0);
  return Float64Array.from({ length: rows }, (_, row) => {
    let held = 0;
    for (let slot = 0; slot < slots; slot++) if (counts[row * slots + slot]! > 0) held += weights[slot]! * idf[slot]!;
    return most > 0 ? held / most : 0;
  });
}
