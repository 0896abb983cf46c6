/** A sum that somebody knows: the unknowns in it, and what they come to. */
export interface Equation {
  readonly unknowns: readonly number[];
  readonly total: number;
}

/**
 * Between which values each unknown count must lie, as somebody finds who knows the sums, that counts are whole and none is negative:
 * every bound tightens others until nothing moves any more.
 */
export function boundsOf(count: number, equations: readonly Equation[]): readonly (readonly [number, number])[] {
  const low = Array.from({ length: count }, () => 0);
  const high = Array.from({ length: count }, () => Infinity);
  for (let isMoving = true; isMoving;) {
    isMoving = false;
    for (const { unknowns, total } of equations)
      for (const at of unknowns) {
        const most = total - sumBut(low, unknowns, at);
        const least = total - sumBut(high, unknowns, at);
        if (most < high[at]!) [high[at], isMoving] = [most, true];
        if (least > low[at]!) [low[at], isMoving] = [least, true];
      }
  }
  return low.map((least, at) => [least, high[at]!] as const);
}

function sumBut(values: readonly number[], unknowns: readonly number[], but: number): number {
  return unknowns.reduce((sum, at) => (at === but ? sum : sum + values[at]!), 0);
}
