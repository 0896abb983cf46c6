import { createCourier } from '../bot/index.js';
import {
  type Broadcast,
  type Composers,
  type Counts,
  type Courier,
  createEngine,
  createLiveCards,
  type Engine,
  type LiveCards,
} from '../broadcast/index.js';
import { createLeases } from '../jobs/index.js';
import {
  openBroadcasts,
  openHints,
  openLeases,
  openLedgerStore,
  openLiveCards,
  openReaches,
  openSendSlots,
} from '../storage/index.js';
import type { Foundation } from './foundation.js';

export interface Sending {
  readonly engine: Engine;
  readonly liveCards: LiveCards;
  readonly courier: Courier;
}

/** The one sender of unasked messages over this storage, not started yet. */
export function makeSending(
  { storage, config, clock, log, bind, directory }: Foundation,
  {
    composers,
    onProgress,
  }: {
    readonly composers: Composers;
    readonly onProgress: (broadcast: Broadcast, counts: Counts) => void;
  },
): Sending {
  const courier = createCourier({ credentials: config.bot, bind, clock, log });
  const engine = createEngine({
    stores: {
      broadcasts: openBroadcasts(storage),
      ledger: openLedgerStore(storage),
      hints: openHints(storage, () => log.error('a message in the queue of deliveries is none; it was put aside')),
      slots: openSendSlots(storage),
      reaches: openReaches(storage),
    },
    courier,
    composers,
    directory,
    leases: createLeases({ store: openLeases(storage), clock }),
    perSecond: config.sendsPerSecond,
    clock,
    log,
    onProgress,
  });
  return {
    engine,
    courier,
    liveCards: createLiveCards({ store: openLiveCards(storage), broadcasts: engine.broadcasts, clock }),
  };
}
