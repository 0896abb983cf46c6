import { type BroadcastStore, waitingSince } from '../broadcast/index.js';
import type { Clock } from '../calendar/index.js';
import type { Logger } from '../log.js';
import type { WatchedHints } from '../storage/index.js';
import type { Telemetry } from '../telemetry/index.js';

/** How often it is looked: as often as telemetry is sent. */
const LOOK_MS = 60_000;

export interface QueueWatchParts {
  readonly hints: Pick<WatchedHints, 'size' | 'age'>;
  readonly broadcasts: Pick<BroadcastStore, 'active' | 'find'>;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'warn'>;
  readonly telemetry: Pick<Telemetry, 'measure'>;
}

/**
 * Measures how many deliveries wait, and for how long what is due has waited: in the queue, or to get there at all. Every process
 * does so, since the one that sends may be the one that is gone.
 */
export function createQueueWatch({ hints, broadcasts, clock, log, telemetry }: QueueWatchParts) {
  async function look(): Promise<void> {
    const now = clock();
    const [waiting, inQueue, ahead] = await Promise.all([hints.size(), hints.age(now), secondsAhead(now)]);
    const seconds = Math.round(Math.max(inQueue ?? 0, ahead));
    telemetry.measure('ubara.queue.age', seconds);
    telemetry.measure('ubara.queue.waiting', waiting);
    if (waiting > 0 || seconds > 0) log.info({ waiting, seconds }, 'deliveries wait');
  }

  /** For how long the first sending has waited that no worker has begun with. */
  async function secondsAhead(now: Date): Promise<number> {
    let longest = 0;
    for (const { organisation, id } of await broadcasts.active()) {
      const found = await broadcasts.find(organisation, id);
      const since = found && waitingSince(found.broadcast, now);
      if (since) longest = Math.max(longest, (now.getTime() - since.getTime()) / 1000);
    }
    return longest;
  }

  return {
    look,
    /** Looks now and then, until the function that it gives is called. */
    start(): () => void {
      const timer = setInterval(() => {
        look().catch((error: unknown) => log.warn({ error }, 'the queue of deliveries could not be looked at'));
      }, LOOK_MS);
      return () => clearInterval(timer);
    },
  };
}
