import { randomFrom } from '../connector/random.js';
import { isWrite, type StorageFault, type StorageFaultRule } from './faults.js';

/** How many requests met what; `outage` counts the requests that fell into one. */
export type FaultCounts = Record<'late' | 'status' | 'cut' | 'carriedOut' | 'conflict' | 'outage', number>;

export interface RandomFaults {
  readonly rule: StorageFaultRule;
  readonly counts: Readonly<FaultCounts>;
}

/** Of all requests, how many are hit by each, beside the outages. */
const SHARES = { late: 0.04, status: 0.02, cut: 0.02, carriedOut: 0.03, conflict: 0.03 };
const LONGEST_MS = 400;
/** So often a request begins an outage: storage is away for longer than a client tries again (1.4 s), and users notice. */
const OUTAGE_SHARE = 1 / 500;
const OUTAGE_MS = 2500;

/** Storage as it is on a bad day. The same seed draws the same faults for the same order of requests. */
export function randomFaults(seed: number, now: () => number = () => performance.now()): RandomFaults {
  const random = randomFrom(seed);
  const counts: FaultCounts = { late: 0, status: 0, cut: 0, carriedOut: 0, conflict: 0, outage: 0 };
  let awayUntil = 0;
  const blow = () => (random() < 0.5 ? ({ kind: 'status', status: aStatus(random) } as const) : CUT);
  const hit = (kind: keyof FaultCounts, fault: StorageFault): StorageFault => {
    counts[kind] += 1;
    return fault;
  };
  return {
    counts,
    rule(request) {
      const drawn = random();
      if (now() < awayUntil) return hit('outage', isWrite(request) && random() < 0.3 ? carriedOut(blow()) : blow());
      if (drawn < OUTAGE_SHARE) {
        awayUntil = now() + OUTAGE_MS;
        return hit('outage', blow());
      }
      let from = OUTAGE_SHARE;
      const falls = (share: number) => drawn >= from && drawn < (from += share);
      if (falls(SHARES.late)) return hit('late', { kind: 'late', ms: Math.ceil(random() * LONGEST_MS) });
      if (falls(SHARES.status)) return hit('status', { kind: 'status', status: aStatus(random) });
      if (falls(SHARES.cut)) return hit('cut', CUT);
      if (falls(SHARES.carriedOut)) return hit('carriedOut', carriedOut(blow()));
      // Twice as likely, since only some writes name a version.
      if (falls(2 * SHARES.conflict) && request.canConflict) return hit('conflict', { kind: 'conflict' });
      return undefined;
    },
  };
}

const CUT = { kind: 'cut' } as const;
const carriedOut = (blow: { readonly kind: 'cut' } | { readonly kind: 'status'; readonly status: number }) =>
  ({ kind: 'carried-out-then', blow }) as const;

function aStatus(random: () => number): number {
  return random() < 0.5 ? 500 : 503;
}
