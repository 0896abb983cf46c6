import type { DeliveryState, FailureCause } from './delivery.js';

/** What a process does for a sending that was pressed elsewhere. */
export type Step = 'prepare' | 'deliver' | 'edit';

/**
 * Lets operation follow a sending from the press, through the queue and the ledger, to each delivery, whichever process does it. It
 * is told of kinds and states, never of whom; nothing depends on what it does.
 */
export interface Follow {
  /** Where we are, for the header of the sending; undefined when nobody follows. */
  here(): string | undefined;
  /** Does `work`, which goes on `from` where the header says. */
  goOn<T>(step: Step, about: { readonly from?: string; readonly kind: string }, work: () => Promise<T>): Promise<T>;
  /** Does what only happens to be set going here. */
  apart<T>(work: () => T): T;
  /** The delivery that is worked on stands so now. */
  stands(row: { readonly state: DeliveryState; readonly cause?: FailureCause; readonly tries: number }): void;
}

/** Where nobody follows. */
export const UNFOLLOWED: Follow = {
  here: () => undefined,
  goOn: (_step, _about, work) => work(),
  apart: (work) => work(),
  stands: () => undefined,
};
