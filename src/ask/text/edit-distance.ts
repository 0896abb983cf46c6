/** Rows of the table, kept between calls: the function is called for thousands of words a question. */
let beforeLast: Uint16Array = new Uint16Array(64);
let last: Uint16Array = new Uint16Array(64);
let row: Uint16Array = new Uint16Array(64);

/**
 * Damerau-Levenshtein distance (insert, delete, change, swap of neighbours) up to `max`; `max + 1` when it is more.
 * Stops early, since most words of a vocabulary are far from a typed one.
 */
export function editDistance(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  if (b.length >= row.length)
    [beforeLast, last, row] = [0, 0, 0].map(() => new Uint16Array(b.length + 64)) as [
      Uint16Array,
      Uint16Array,
      Uint16Array,
    ];
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      let value = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      const isSwap =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (isSwap) value = Math.min(value, beforeLast[j - 2]! + 1);
      row[j] = value;
      if (value < best) best = value;
    }
    if (best > max) return max + 1;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return Math.min(last[b.length]!, max + 1);
}
