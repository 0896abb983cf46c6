import type { Clock } from '../calendar/index.js';
import { isPassing } from '../errors.js';
import { sleep } from './sleep.js';
import type { Times } from './times.js';

const RETRY_PART = 0.02;

/**
 * Tries again while storage fails, until `latest` (milliseconds since 1970) or until `woken` is aborted, then throws the last
 * failure. A write that failed may have taken effect all the same, so all of them must do the same. What would fail again however
 * often it is tried is thrown at once.
 */
export type Insist = <Result>(write: () => Promise<Result>, latest: number, woken?: AbortSignal) => Promise<Result>;

export function createInsist({
  clock,
  random,
  times,
}: {
  readonly clock: Clock;
  readonly random: () => number;
  readonly times: Times;
}): Insist {
  return async (write, latest, woken) => {
    for (;;) {
      try {
        return await write();
      } catch (error) {
        const wait = times.claim * RETRY_PART * (1 + random());
        if (!isPassing(error) || clock().getTime() + wait > latest || woken?.aborted) throw error;
        await sleep(wait, woken);
      }
    }
  };
}
