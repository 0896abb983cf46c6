import { randomUUID } from 'node:crypto';
import type { Clock } from '../calendar/index.js';
import type { Broadcast, BroadcastStore } from './broadcast.js';
import { type BroadcastHooks, type Broadcasts, createBroadcasts } from './broadcasts.js';
import type { Composers } from './composer.js';
import { createConductor } from './conductor.js';
import type { Counts } from './counts.js';
import type { Courier } from './courier.js';
import { type Follow, UNFOLLOWED } from './follow.js';
import { createHeaders } from './headers.js';
import type { FeedMarks } from './feed.js';
import type { HintQueue } from './hint-queue.js';
import { createLedger, type Ledger } from './ledger.js';
import type { LedgerStore } from './ledger-store.js';
import { createPace, type Pace } from './pace.js';
import type { Reaches } from './reach.js';
import type { AudienceDirectory } from './resolve.js';
import { createSender } from './sender.js';
import { type Times, TIMES } from './times.js';
import type { SlotStore } from './slots.js';

export interface BroadcastStores {
  readonly broadcasts: BroadcastStore;
  readonly ledger: LedgerStore;
  readonly hints: HintQueue;
  readonly slots: SlotStore;
  readonly reaches: Reaches;
  readonly marks: FeedMarks;
}

export interface EngineParts {
  readonly stores: BroadcastStores;
  readonly courier: Courier;
  readonly composers: Composers;
  readonly directory: AudienceDirectory;
  readonly leases: { take(name: string, holder: string, ms: number): Promise<boolean> };
  /** Requests a second of all processes together. */
  readonly perSecond: number;
  readonly clock: Clock;
  readonly log: { warn(facts: object, message: string): void; info(facts: object, message: string): void };
  readonly random?: () => number;
  readonly times?: Times;
  readonly hooks?: BroadcastHooks;
  /** How operation follows the work; not at all by default. */
  readonly follow?: Follow;
  readonly onProgress?: (broadcast: Broadcast, counts: Counts) => void;
}

/** Everything that sends, in one process. */
export interface Engine {
  /** The name of this process in claims, leases and tallies. */
  readonly holder: string;
  readonly broadcasts: Broadcasts;
  readonly ledger: Ledger;
  /** For card updates outside the ledger: they share the rate. */
  readonly pace: Pace;
  /** Takes part in the sending from now on. */
  start(): void;
  /** Takes no more work, ends what is in flight. */
  stop(): Promise<void>;
}

export function createEngine(parts: EngineParts): Engine {
  const { stores, clock, random = Math.random, times = TIMES, follow = UNFOLLOWED } = parts;
  // Never used again by another process: its tallies are written by it alone.
  const holder = randomUUID();
  const ledger = createLedger(stores.ledger, holder);
  const pace = createPace({ store: stores.slots, clock, perSecond: parts.perSecond, random, times });
  const headers = createHeaders({ store: stores.broadcasts, clock, times });
  const sender = createSender({ ...parts, follow, times, holder, hints: stores.hints, ledger, headers, pace, random });
  const conductor = createConductor({
    ...parts,
    ...stores,
    follow,
    times,
    ledger,
    holder,
    onHints: () => sender.wake(),
  });
  const broadcasts = createBroadcasts({
    store: stores.broadcasts,
    ledger,
    // The press is over when its sending goes on.
    wake: () => follow.apart(() => conductor.wake()),
    hooks: parts.hooks,
    here: () => follow.here(),
  });
  return {
    holder,
    broadcasts,
    ledger,
    pace,
    start() {
      conductor.start();
      sender.start();
    },
    async stop() {
      await Promise.all([conductor.stop(), sender.stop()]);
    },
  };
}
