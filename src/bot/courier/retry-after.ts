/** Longer than Teams ever asks for (its longest window is an hour); a date beyond it comes from a clock that is wrong. */
const LONGEST_MS = 3_600_000;

/**
 * The wait in milliseconds that a Retry-After header asks for, given as seconds or as an HTTP date (RFC 9110, 10.2.3), never
 * below 0 and at most an hour. Undefined without a header or when it cannot be read.
 */
export function retryAfterMs(header: string | undefined, now: Date): number | undefined {
  const text = header?.trim();
  if (!text) return undefined;
  // Date.parse takes bare numbers for years: "120" must be read as seconds first.
  const ms = /^[\d.]+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now.getTime();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(Math.ceil(ms), 0), LONGEST_MS);
}
