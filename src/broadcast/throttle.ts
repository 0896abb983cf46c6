import type { SendOutcome } from './courier.js';

/** So many 429s in a row, each from another conversation, concern the whole tenant. */
const IN_A_ROW = 4;
/** When Teams does not say how long. */
const WAIT_MS = 2000;

/**
 * Tells a busy conversation from a busy tenant: fed with each outcome in the order in which they come in, gives the
 * milliseconds that everybody must wait, or undefined.
 */
export function createThrottleWatch(): (conversation: string, outcome: SendOutcome) => number | undefined {
  const inARow = new Map<string, number>();
  return (conversation, outcome) => {
    if (outcome.kind !== 'throttled') {
      if (outcome.kind === 'sent') inARow.clear();
      return undefined;
    }
    inARow.set(conversation, outcome.retryAfterMs ?? WAIT_MS);
    if (inARow.size < IN_A_ROW) return undefined;
    const wait = Math.max(...inARow.values());
    inARow.clear();
    return wait;
  };
}
