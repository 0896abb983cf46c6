import type { Clock } from '../calendar/index.js';
import type { Subject } from './live-cards.js';
import { type Times, TIMES } from './times.js';

const MOST_WATCHED = 200;

interface Watched {
  readonly subject: Subject;
  stamp: string;
  shownAt: number;
  timer?: NodeJS.Timeout;
}

export interface CardWatch {
  /** The subject stands so, in short; its cards follow when that is another than before. */
  noticed(subject: Subject, stamp: string): void;
  /** Shows at once what waits to be shown. */
  stop(): Promise<void>;
}

/** Decides when live cards are made anew: when something changed, at most every 5 s a subject, and the last news always. */
export function createCardWatch({
  show,
  clock,
  log,
  times: { refresh } = TIMES,
}: {
  readonly show: (subject: Subject) => Promise<void>;
  readonly clock: Clock;
  readonly log: { warn(facts: object, message: string): void };
  readonly times?: Pick<Times, 'refresh'>;
}): CardWatch {
  const watched = new Map<string, Watched>();

  function fire(one: Watched): Promise<void> {
    clearTimeout(one.timer);
    one.timer = undefined;
    one.shownAt = clock().getTime();
    return show(one.subject).catch((error: unknown) => {
      // The next change, or the button on the card, shows it.
      const { kind, id } = one.subject;
      log.warn({ error, kind, id }, 'cards could not be brought up to date');
    });
  }

  function forgetOldest(): void {
    for (const [key, { timer }] of watched) if (watched.size > MOST_WATCHED && !timer) watched.delete(key);
  }

  return {
    noticed(subject, stamp) {
      const key = [subject.organisation, subject.kind, subject.id].join('\n');
      const one = watched.get(key) ?? { subject, stamp: '', shownAt: 0 };
      if (one.stamp === stamp) return;
      one.stamp = stamp;
      watched.set(key, one);
      forgetOldest();
      const wait = Math.max(0, one.shownAt + refresh - clock().getTime());
      one.timer ??= setTimeout(() => void fire(one), wait);
    },
    async stop() {
      await Promise.all([...watched.values()].filter(({ timer }) => timer).map(fire));
    },
  };
}
