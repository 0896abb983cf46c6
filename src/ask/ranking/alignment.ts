import type { Passages } from './passages.js';
import type { ContentWord } from './question.js';
import { rarity } from './tally.js';

/** A word of the passage has to share so much of the asked word's pieces to be a form or a part of it. */
const ALIKE = 0.4;
/** What a word of the same concept group is worth beside the same word. */
const SAME_CONCEPT = 0.6;
const OPENING = 4;
const WINDOW = 24;
const STEP = 4;
/** One bit a word; what stands after thirty words of meaning no longer tells. */
const MOST_WORDS = 30;

export interface Alignment {
  /** How much of the question the passage's first words hold. */
  readonly opening: Float64Array;
  /** How much of it stands close together, at the best place of the passage. */
  readonly close: Float64Array;
}

/** Holds each word of the question against each word of the candidates: the same, a form or part of it, or of its group. */
export function align(passages: Passages, candidates: readonly number[], content: readonly ContentWord[]): Alignment {
  const asked = content.slice(0, MOST_WORDS);
  const slots = asked.length;
  const rows = candidates.length;
  const alike = likeness(passages, asked);
  const anywhere = new Float64Array(rows * slots);
  const opening = new Float64Array(rows * slots);
  const places = candidates.map((passage, row) => {
    const start = passages.start(passage);
    const length = passages.length(passage);
    const place = new Float64Array(length * slots);
    for (let at = 0; at < length; at++) {
      if (!alike(passages.words[start + at]!, place.subarray(at * slots, (at + 1) * slots))) continue;
      for (let slot = 0; slot < slots; slot++) {
        const value = place[at * slots + slot]!;
        const cell = row * slots + slot;
        if (value > anywhere[cell]!) anywhere[cell] = value;
        if (at < OPENING && value > opening[cell]!) opening[cell] = value;
      }
    }
    return place;
  });
  const idf = rarity(anywhere, rows, slots);
  const most = Math.max(
    1e-9,
    idf.reduce((sum, value) => sum + value, 0),
  );
  const weigh = (cells: Float64Array) => cells.reduce((sum, value, slot) => sum + value * idf[slot]!, 0) / most;
  return {
    opening: Float64Array.from(candidates, (_, row) => weigh(opening.subarray(row * slots, (row + 1) * slots))),
    close: Float64Array.from(places, (place) => best(windows(place, slots), weigh)),
  };
}

/** Writes how alike a word of the passages is to each asked word; false when to none. */
function likeness(passages: Passages, asked: readonly ContentWord[]): (word: number, out: Float64Array) => boolean {
  const { grams, concepts } = passages.table;
  const bitsOf = (list: (word: ContentWord) => readonly number[]) => {
    const bits = new Map<number, number>();
    asked.forEach((word, slot) => list(word).forEach((id) => bits.set(id, (bits.get(id) ?? 0) | (1 << slot))));
    return bits;
  };
  const ofGram = bitsOf((word) => word.grams);
  const ofConcept = bitsOf((word) => word.concepts);
  const hits = new Uint8Array(asked.length);
  return (word, out) => {
    let touched = 0;
    for (let i = grams.start(word), end = grams.end(word); i < end; i++) {
      const bits = ofGram.get(grams.values[i]!) ?? 0;
      touched |= bits;
      for (let left = bits; left !== 0; left &= left - 1) hits[31 - Math.clz32(left & -left)]!++;
    }
    let related = 0;
    for (let i = concepts.start(word), end = concepts.end(word); i < end; i++)
      related |= ofConcept.get(concepts.values[i]!) ?? 0;
    if ((touched | related) === 0) return false;
    for (let slot = 0; slot < asked.length; slot++) {
      const share = hits[slot]! / asked[slot]!.pieces;
      hits[slot] = 0;
      const group = (related >> slot) & 1 ? SAME_CONCEPT : 0;
      out[slot] = Math.max(group, share < ALIKE ? 0 : Math.min(1, share));
    }
    return true;
  };
}

/** The best likeness of each asked word within each stretch of the passage. */
function* windows(place: Float64Array, slots: number): Generator<Float64Array> {
  const length = slots === 0 ? 0 : place.length / slots;
  const held = new Float64Array(slots);
  for (let from = 0; from < length; from += STEP) {
    held.fill(0);
    for (let at = from; at < Math.min(length, from + WINDOW); at++)
      for (let slot = 0; slot < slots; slot++) {
        const value = place[at * slots + slot]!;
        if (value > held[slot]!) held[slot] = value;
      }
    yield held;
    if (from + WINDOW >= length) return;
  }
}

function best(all: Iterable<Float64Array>, weigh: (cells: Float64Array) => number): number {
  let most = 0;
  for (const cells of all) most = Math.max(most, weigh(cells));
  return most;
}
