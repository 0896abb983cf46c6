/** The middle of ordered numbers, of an even count the mean of the two middle ones. NaN of none. */
export function median(ordered: readonly number[]): number {
  const middle = ordered.length >> 1;
  if (ordered.length % 2 === 1) return ordered[middle]!;
  return ordered.length === 0 ? Number.NaN : (ordered[middle - 1]! + ordered[middle]!) / 2;
}
