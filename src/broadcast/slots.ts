/**
 * The rate of all workers together, as one row in storage: when the next free slot is, and before when nobody may send at all.
 * Slots are the moments at which requests leave, evenly spaced, so that no calendar second gets more than the rate, however many
 * workers take part. A worker reserves a few at a time, ahead of now.
 */
export interface SlotState {
  /** Milliseconds since 1970, with fractions. */
  readonly nextAt: number;
  /** Set when Teams turned several conversations away in a row: the whole tenant waits. */
  readonly notBefore: number;
}

/** Where the one row is kept; provided by storage/. Writes throw `storage_conflict` when another worker wrote first. */
export interface SlotStore {
  read(): Promise<{ readonly state: SlotState; readonly version?: string }>;
  write(state: SlotState, version?: string): Promise<void>;
}

/**
 * Slots are spaced a little wider than the rate asks: a clock's and an event loop's unevenness of some milliseconds then
 * never makes a second hold more than the rate.
 */
const SHARE_OF_RATE = 0.99;

/** `count` slots from `now` on, behind those that are taken. Pure. */
export function reserve(
  state: SlotState,
  { now, count, perSecond }: { now: number; count: number; perSecond: number },
): { readonly state: SlotState; readonly slots: readonly number[] } {
  const space = 1000 / (perSecond * SHARE_OF_RATE);
  const first = Math.max(state.nextAt, state.notBefore, now);
  return {
    state: { ...state, nextAt: first + count * space },
    slots: Array.from({ length: count }, (_, index) => first + index * space),
  };
}

/** Nobody sends before `until`. Pure. */
export function holdOff(state: SlotState, until: number): SlotState {
  return { ...state, notBefore: Math.max(state.notBefore, until) };
}
