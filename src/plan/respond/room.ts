import { cut } from './wording.js';

/** What a card of an item has room for, in bytes, beside its labels and buttons with the longest names of units. */
const ROOM = 21_000;
/** What stands around a text: its label and its elements. */
const AROUND = 200;

/** Room on one card, given to one text after the other: what is last is cut first. */
export interface Room {
  readonly left: () => number;
  /** The text, of which at most so many bytes are shown; what does not fit ends in "…". */
  take(text: string, most: number): string;
}

/** The room that is left beside what must be on the card whole: what was typed, problems, what the form carries. */
export function roomBeside(...whole: readonly unknown[]): Room {
  let left = ROOM - whole.reduce<number>((sum, one) => sum + bytesOf(one), 0);
  return {
    left: () => left,
    take(text, most) {
      let fitting = text;
      const allowed = Math.max(0, Math.min(most, left));
      while (fitting.length > 1 && bytesOf(fitting) > allowed) fitting = cut(fitting, Math.floor(fitting.length * 0.9));
      left -= bytesOf(fitting) + AROUND;
      return fitting;
    },
  };
}

/** As they are sent, signs that JSON writes as two counted twice. */
function bytesOf(one: unknown): number {
  return Buffer.byteLength(JSON.stringify(one));
}
