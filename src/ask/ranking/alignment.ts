import type { ContentWord } from './question.js';
import type { Sheet } from './sheet.js';
import { rarity } from './tally.js';
import type { WordTable } from './word-table.js';

/** A word of the passage has to share so much of the asked word's pieces to be a form or a part of it. */
const ALIKE = 0.3;
/** What a word of the same concept group is worth beside the same word. */
const SAME_CONCEPT = 0.4;
const OPENING = 4;
const WINDOW = 24;
/** One bit a word; what stands after thirty words of meaning no longer tells. */
const MOST_WORDS = 30;

export interface Alignment {
  /** How much of the question the passage's first words hold. */
  readonly opening: Float64Array;
  /** How much of it stands close together, at the best place of the passage. */
  readonly close: Float64Array;
}

/** Holds each word of the question against each word of the candidates: the same, a form or part of it, or of its group. */
export function align(sheet: Sheet, content: readonly ContentWord[]): Alignment {
  const asked = content.slice(0, MOST_WORDS);
  const slots = asked.length;
  const rows = sheet.candidates.length;
  const likeness = likenessTo(asked, sheet.passages.table);
  const ofWord = sheet.words.map(likeness);
  const anywhere = new Float64Array(rows * slots);
  const hits = sheet.candidates.map((_, row) => hitsOf(sheet, row, ofWord));
  hits.forEach((list, row) => {
    for (const { alike } of list) raise(anywhere, row * slots, alike);
  });
  const idf = rarity(anywhere, rows, slots).map((rare, slot) => rare * asked[slot]!.weight);
  const most = Math.max(
    1e-9,
    idf.reduce((sum, value) => sum + value, 0),
  );
  const held = new Float64Array(slots);
  const worth = (list: readonly Hit[], from: number, width: number) => {
    held.fill(0);
    const until = list[from]!.at + width;
    for (let n = from; n < list.length && list[n]!.at < until; n++) raise(held, 0, list[n]!.alike);
    let sum = 0;
    for (let slot = 0; slot < slots; slot++) sum += held[slot]! * idf[slot]!;
    return sum / most;
  };
  return {
    opening: Float64Array.from(hits, (list) => {
      const first = list[0];
      return first && first.at < OPENING ? worth(list, 0, OPENING - first.at) : 0;
    }),
    close: Float64Array.from(hits, (list) =>
      list.reduce((best, _, from) => Math.max(best, worth(list, from, WINDOW)), 0),
    ),
  };
}

/** A place of a passage whose word is like an asked one. */
interface Hit {
  readonly at: number;
  /** How alike it is to each asked word, 0 to 1. */
  readonly alike: Float64Array;
}

function hitsOf({ places, starts, lengths }: Sheet, row: number, ofWord: readonly (Float64Array | undefined)[]): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < lengths[row]!; at++) {
    const alike = ofWord[places[starts[row]! + at]!];
    if (alike) hits.push({ at, alike });
  }
  return hits;
}

function raise(cells: Float64Array, offset: number, values: Float64Array): void {
  for (let slot = 0; slot < values.length; slot++)
    if (values[slot]! > cells[offset + slot]!) cells[offset + slot] = values[slot]!;
}

/** How alike a word of the passages is to each asked one; undefined when to none. */
function likenessTo(asked: readonly ContentWord[], table: WordTable): (word: number) => Float64Array | undefined {
  const { grams, concepts } = table;
  const bitsOf = (list: (word: ContentWord) => readonly number[]) => {
    const bits = new Map<number, number>();
    asked.forEach((word, slot) => list(word).forEach((id) => bits.set(id, (bits.get(id) ?? 0) | (1 << slot))));
    return bits;
  };
  const ofGram = bitsOf((word) => word.grams);
  const ofConcept = bitsOf((word) => word.concepts);
  const shared = new Uint8Array(asked.length);
  return (word) => {
    let touched = 0;
    for (let i = grams.start(word), end = grams.end(word); i < end; i++) {
      const bits = ofGram.get(grams.values[i]!) ?? 0;
      touched |= bits;
      for (let left = bits; left !== 0; left &= left - 1) shared[31 - Math.clz32(left & -left)]!++;
    }
    let related = 0;
    for (let i = concepts.start(word), end = concepts.end(word); i < end; i++)
      related |= ofConcept.get(concepts.values[i]!) ?? 0;
    if ((touched | related) === 0) return undefined;
    const alike = new Float64Array(asked.length);
    let most = 0;
    for (let slot = 0; slot < asked.length; slot++) {
      const share = Math.min(1, shared[slot]! / asked[slot]!.pieces);
      shared[slot] = 0;
      const group = (related >> slot) & 1 ? SAME_CONCEPT : 0;
      alike[slot] = Math.max(group, share < ALIKE ? 0 : share);
      most = Math.max(most, alike[slot]!);
    }
    return most > 0 ? alike : undefined;
  };
}
