import { vi } from 'vitest';

/** Busy machines are slow: what another process or a timer brings about may take its time before it counts as missing. */
const PATIENCE_MS = 30_000;

/** Calls the check until it no longer throws. Rejects with its last error after 30 s. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: PATIENCE_MS, interval: 20 });
}
