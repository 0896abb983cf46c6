/** What was asked of some items and what was said of them, by status, fulfilment or `outcome`. Silent is what nothing was said of. */
export interface Counts {
  readonly items: number;
  readonly said: Readonly<Record<string, number>>;
}

export const NO_COUNTS: Counts = { items: 0, said: {} };

export function addCounts(a: Counts, b: Counts): Counts {
  const said: Record<string, number> = { ...a.said };
  for (const [what, times] of Object.entries(b.said)) said[what] = (said[what] ?? 0) + times;
  return { items: a.items + b.items, said };
}

export function sumCounts(all: Iterable<Counts>): Counts {
  let sum = NO_COUNTS;
  for (const counts of all) sum = addCounts(sum, counts);
  return sum;
}

export function answeredOf({ said }: Counts): number {
  return Object.values(said).reduce((sum, times) => sum + times, 0);
}

export function silentOf(counts: Counts): number {
  return counts.items - answeredOf(counts);
}

/** How many are in one of these statuses. */
export function countOf({ said }: Counts, ...statuses: readonly string[]): number {
  return statuses.reduce((sum, status) => sum + (said[status] ?? 0), 0);
}

/**
 * Whole per cent of each that sum up to 100 (largest remainders get what rounding down leaves); all 0 when there is nothing to share.
 * For a chart of parts of one whole; a share that stands alone is `percentOf`.
 */
export function wholeShares(parts: readonly number[]): number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  if (whole === 0) return parts.map(() => 0);
  const exact = parts.map((part) => (100 * part) / whole);
  const shares = exact.map(Math.floor);
  const byRemainder = exact
    .map((share, at) => ({ at, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  let left = 100 - shares.reduce((sum, share) => sum + share, 0);
  for (const { at } of byRemainder) {
    if (left === 0) break;
    shares[at]! += 1;
    left -= 1;
  }
  return shares;
}

/** Whole per cent, rounded down: what is not complete never reads 100 %. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((100 * part) / whole);
}
