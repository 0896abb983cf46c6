import type { Clock } from '../calendar/index.js';
import { isConflict } from '../errors.js';
import type { LeaseStore } from './lease-store.js';

/**
 * Who of many processes may do something just now. At most one holds a name at a time, provided that the machines' clocks
 * differ by much less than `ms` (kept by NTP: some ms) and that who holds takes the lease again, or stops, before it ends.
 */
export interface Leases {
  /**
   * Takes or renews the lease for `ms` milliseconds from the call. False when another holder has it, or was faster. One read
   * and one write. A true that got lost on its way, or comes after the lease has ended, is told as false; the next call renews.
   */
  take(name: string, holder: string, ms: number): Promise<boolean>;
  /** Lets go before the time, so that the next need not wait. Nothing happens when another holds it. */
  release(name: string, holder: string): Promise<void>;
}

export function createLeases({ store, clock }: { store: LeaseStore; clock: Clock }): Leases {
  async function write(...change: Parameters<LeaseStore['save']>): Promise<boolean> {
    try {
      await store.save(...change);
      return true;
    } catch (error) {
      if (isConflict(error)) return false;
      throw error;
    }
  }
  return {
    async take(name, holder, ms) {
      const now = clock();
      const found = await store.find(name);
      if (found && found.lease.holder !== holder && found.lease.until > now) return false;
      const until = new Date(now.getTime() + ms);
      const isWritten = await write({ name, holder, until }, found);
      // Storage may have taken so long that the lease has ended, and somebody else has it by now.
      return isWritten && clock() < until;
    },
    async release(name, holder) {
      const found = await store.find(name);
      if (found?.lease.holder === holder) await write({ name, holder, until: clock() }, found);
    },
  };
}
