/** Letters and figures in six bits each, so that four of them are one small number and no string. 0 stands for none. */
const WORD_END = 37;
const OTHER = 38;
const CODES = new Uint8Array(128).fill(OTHER);
for (let letter = 0; letter < 26; letter++) CODES[97 + letter] = 1 + letter;
for (let figure = 0; figure < 10; figure++) CODES[48 + figure] = 27 + figure;

/**
 * The overlapping pieces of four letters inside a folded word with its ends marked, as numbers: "skola" gives those of
 * _sko, skol, kola and ola_. They meet across compounds, inflection, missing dots and misspellings alike.
 */
export function gramKeys(folded: string): number[] {
  const codes = [WORD_END, ...codesOf(folded), WORD_END];
  const keys: number[] = [];
  let key = 0;
  for (let i = 0; i < codes.length; i++) {
    key = ((key << 6) | codes[i]!) & 0xffffff;
    if (i >= 3 || (codes.length === 3 && i === 2)) keys.push(key);
  }
  return keys;
}

/** How a folded word ends and begins, for the seams between neighbours. */
export interface Ends {
  readonly head: number;
  readonly tail: number;
}

export function endsOf(folded: string): Ends {
  const pack = (codes: readonly number[]) => codes.reduce((key, code) => (key << 6) | code, 0);
  return { head: pack(codesOf(folded.slice(0, 3))), tail: pack(codesOf(folded.slice(-2))) };
}

/** The seam between two words in a row: "att ordinera" is told from "ordinera" alone, whatever ending follows. */
export function seamKey(tail: number, head: number): number {
  return tail * 0x40000 + head;
}

/** Letters of other alphabets share the codes that are left: a few meet that should not, none is lost. */
function codesOf(folded: string): number[] {
  return Array.from({ length: folded.length }, (_, at) => {
    const unit = folded.charCodeAt(at);
    return unit < 128 ? CODES[unit]! : OTHER + 1 + (unit % 25);
  });
}
