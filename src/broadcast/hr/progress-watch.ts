import type { Clock } from '../../calendar/index.js';
import type { Broadcast } from '../broadcast.js';
import type { Counts } from '../counts.js';

/** Progress cards are made anew at most so often; each is a request of the shared rate. */
export const REFRESH_MS = 5000;
const MOST_WATCHED = 200;

interface Watched {
  readonly broadcast: Broadcast;
  stamp: string;
  shownAt: number;
  timer?: NodeJS.Timeout;
}

export interface ProgressWatch {
  /** The broadcast stands so; its cards follow when that is news. */
  noticed(broadcast: Broadcast, counts: Counts): void;
  /** Shows at once what waits to be shown. */
  stop(): Promise<void>;
}

/** Decides when progress cards are made anew: when something changed, at most every 5 s a broadcast, and the last news always. */
export function createProgressWatch({
  show,
  clock,
  log,
}: {
  readonly show: (broadcast: Broadcast) => Promise<void>;
  readonly clock: Clock;
  readonly log: { warn(facts: object, message: string): void };
}): ProgressWatch {
  const watched = new Map<string, Watched>();

  function fire(one: Watched): Promise<void> {
    clearTimeout(one.timer);
    one.timer = undefined;
    one.shownAt = clock().getTime();
    return show(one.broadcast).catch((error: unknown) => {
      // The next change, or the button on the card, shows it.
      log.warn({ error, broadcast: one.broadcast.id }, 'progress cards could not be brought up to date');
    });
  }

  function forgetOldest(): void {
    for (const [key, { timer }] of watched) if (watched.size > MOST_WATCHED && !timer) watched.delete(key);
  }

  return {
    noticed(broadcast, counts) {
      const key = `${broadcast.organisation}\n${broadcast.id}`;
      const stamp = JSON.stringify([broadcast.status, broadcast.edition, Object.entries(counts).sort()]);
      const one = watched.get(key) ?? { broadcast, stamp: '', shownAt: 0 };
      if (one.stamp === stamp) return;
      one.stamp = stamp;
      watched.set(key, one);
      forgetOldest();
      const wait = Math.max(0, one.shownAt + REFRESH_MS - clock().getTime());
      one.timer ??= setTimeout(() => void fire(one), wait);
    },
    async stop() {
      await Promise.all([...watched.values()].filter(({ timer }) => timer).map(fire));
    },
  };
}
