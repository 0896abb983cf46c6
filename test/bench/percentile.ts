export interface Spread {
  /** Milliseconds, to the hundredth. */
  readonly p50: number;
  readonly p95: number;
}

export function spreadOf(milliseconds: readonly number[]): Spread {
  return { p50: round(percentile(milliseconds, 0.5)), p95: round(percentile(milliseconds, 0.95)) };
}

/** The smallest value that at least `share` (0 to 1) of the values do not exceed; throws without values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('A percentile of nothing was asked for.');
  return value;
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
