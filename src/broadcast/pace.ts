import type { Clock } from '../calendar/index.js';
import { tryAgain } from '../try-again.js';
import { holdOff, reserve, type SlotState, type SlotStore } from './slots.js';

/** A worker's share of the rate. */
export interface Pace {
  /** Reserves `count` slots; each is a moment in milliseconds since 1970. */
  reserve(count: number): Promise<readonly number[]>;
  /** Resolves when the tenant need not wait, as far as this process knows. */
  untilOpen(): Promise<void>;
  /**
   * Resolves to true at the slot, or at a later one when that one has passed or the tenant must wait; to false, at once, when
   * it would be after `latest`.
   */
  untilSlot(slot: number, latest: number): Promise<boolean>;
  /** Nobody, in no process, sends for `ms` from now. */
  holdOff(ms: number): Promise<void>;
}

/** A slot that is missed by more than this is given up for a new one: two requests at once would break the rate. */
const LATE_MS = 60;
/** Other workers write the same row: that many tries, a moment apart. */
const MOST_TRIES = 20;

export function createPace({
  store,
  clock,
  perSecond,
  random,
}: {
  readonly store: SlotStore;
  readonly clock: Clock;
  /** Requests a second of all workers together. */
  readonly perSecond: number;
  readonly random: () => number;
}): Pace {
  /** What this process knows of the tenant's waiting time without asking. */
  let notBefore = 0;
  const now = () => clock().getTime();

  const change = <T>(decide: (state: SlotState) => { state: SlotState; result: T }): Promise<T> =>
    tryAgain(async (tries) => {
      if (tries > 1) await sleep(random() * 5 * tries);
      const { state, version } = await store.read();
      const decided = decide(state);
      await store.write(decided.state, version);
      notBefore = Math.max(notBefore, decided.state.notBefore);
      return decided.result;
    }, MOST_TRIES);

  const pace: Pace = {
    reserve: (count) =>
      change((state) => {
        const { state: next, slots } = reserve(state, { now: now(), count, perSecond });
        return { state: next, result: slots };
      }),
    untilOpen: () => sleep(notBefore - now()),
    async untilSlot(slot, latest) {
      let at = slot;
      for (;;) {
        if (Math.max(at, notBefore) > latest) return false;
        await sleep(at - now());
        if (at >= notBefore && now() - at <= LATE_MS) return true;
        [at = now()] = await pace.reserve(1);
      }
    },
    holdOff: (ms) => change((state) => ({ state: holdOff(state, now() + ms), result: undefined })),
  };
  return pace;
}

export function sleep(ms: number): Promise<void> {
  return ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
}
