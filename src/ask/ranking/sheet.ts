import type { Passages } from './passages.js';

/**
 * The candidates of one question laid side by side: each word of theirs looked at once, however often it stands. `words` are
 * the distinct words, `places` says for each place of the text which of them stands there.
 */
export interface Sheet {
  readonly passages: Passages;
  readonly candidates: readonly number[];
  readonly words: readonly number[];
  readonly places: Uint32Array;
  /** Candidate n has the places from `starts[n]` to `starts[n + 1]`. */
  readonly starts: readonly number[];
  readonly lengths: readonly number[];
  /** How many of a candidate's places are its first sentence. */
  readonly leads: readonly number[];
}

export function laySide(passages: Passages, candidates: readonly number[]): Sheet {
  const lengths = candidates.map((passage) => passages.length(passage));
  const starts = [0];
  for (const length of lengths) starts.push(starts.at(-1)! + length);
  const places = new Uint32Array(starts.at(-1)!);
  const numbers = new Map<number, number>();
  const words: number[] = [];
  candidates.forEach((passage, row) => {
    const from = passages.start(passage);
    for (let at = 0; at < lengths[row]!; at++) {
      const word = passages.words[from + at]!;
      let number = numbers.get(word);
      if (number === undefined) {
        numbers.set(word, (number = words.length));
        words.push(word);
      }
      places[starts[row]! + at] = number;
    }
  });
  const leads = candidates.map((passage) => passages.lead(passage));
  return { passages, candidates, words, places, starts, lengths, leads };
}
