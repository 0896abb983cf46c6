import type { Clock } from '../calendar/index.js';
import type { Active, Broadcast, BroadcastStatus, BroadcastStore, StoredBroadcast } from './broadcast.js';
import { type Counts, unfinished } from './counts.js';
import { createFeed, type FeedMarks } from './feed.js';
import type { Follow } from './follow.js';
import type { HintQueue } from './hint-queue.js';
import { cancelAll, carryOut, type PassParts } from './passes.js';
import type { Times } from './times.js';
import { prepare, type PrepareParts } from './prepare.js';

export interface CourseParts extends PrepareParts, PassParts {
  readonly broadcasts: BroadcastStore;
  readonly hints: HintQueue;
  readonly marks: FeedMarks;
  readonly follow: Follow;
  readonly clock: Clock;
  readonly times: Times;
  readonly log: { warn(facts: object, message: string): void; info(facts: object, message: string): void };
  /** Told of a broadcast that is under way, every one to five seconds, and a last time when it is over. */
  readonly onProgress?: (broadcast: Broadcast, counts: Counts) => void;
  /** Hints were put into the queue. */
  readonly onHints?: () => void;
}

/** How many hints are in the queue, those in a worker's hands included, and how many more a broadcast may add. */
export interface QueueRoom {
  readonly size: number;
  readonly room: number;
}

/** One broadcast as the conductor takes it further. Holds only what another process would find again in the rows. */
export interface Course {
  /** Does the next step; gives how many hints it put into the queue, `room` at the most. */
  advance(active: Active, queue: QueueRoom): Promise<number>;
}

const LOOKS_A_COUNT = 5;

/** What is to be done with a broadcast as it stands. Pure. */
export function nextStep(
  { status, sendAt, passes }: Broadcast,
  now: Date,
): 'wait' | 'begin' | 'prepare' | 'pass' | 'work' {
  if (status === 'scheduled') return sendAt && sendAt > now ? 'wait' : 'begin';
  if (status === 'preparing') return 'prepare';
  return passes.length > 0 ? 'pass' : 'work';
}

export function createCourse(organisation: string, id: string, parts: CourseParts): Course {
  const { broadcasts, ledger, clock, log } = parts;
  const feed = createFeed(organisation, id, parts);
  let lapFrom = clock().getTime();
  let countedAt = 0;
  let seen = '';

  const set = ({ broadcast, version }: StoredBroadcast, changes: Partial<Broadcast>): Promise<StoredBroadcast> =>
    broadcasts.update({ ...broadcast, ...changes }, version);

  async function pass({ broadcast, version }: StoredBroadcast): Promise<StoredBroadcast> {
    const [first, ...later] = broadcast.passes;
    const changed = await carryOut(first!, broadcast, clock(), parts);
    log.info({ broadcast: id, pass: first!.kind, changed }, 'carried out what HR pressed');
    // A resend makes work again for a broadcast that was over.
    const status: BroadcastStatus = broadcast.status === 'done' ? 'sending' : broadcast.status;
    await feed.restart();
    return set({ broadcast, version }, { passes: later, status });
  }

  async function work(active: Active, stored: StoredBroadcast, { size, room }: QueueRoom): Promise<number> {
    const { broadcast } = stored;
    await noticeChanges(broadcast);
    const now = clock();
    const given = room > 0 ? await feed.fill(broadcast, room, now) : 0;
    if (given > 0) parts.onHints?.();
    if (!feed.isAtEnd()) lapFrom = now.getTime();
    // Nothing can be over before all rows were hinted at, and a progress card changes every five seconds at the most.
    const waitMs = feed.isAtEnd() ? parts.times.look : parts.times.look * LOOKS_A_COUNT;
    if (now.getTime() - countedAt < waitMs) return given;
    countedAt = now.getTime();
    const counts = await ledger.counts(organisation, id);
    if (broadcast.status === 'cancelled' && (counts.pending ?? 0) > 0) await cancelAll(broadcast, parts);
    const isOver = await endOrGoRound(active, stored, { counts, now, isQueueEmpty: size + given === 0 });
    parts.onProgress?.(isOver ?? broadcast, counts);
    return given;
  }

  /** A resumed or corrected broadcast has work in rows that were passed over. */
  async function noticeChanges({ status, edition }: Broadcast): Promise<void> {
    const stamp = `${status} ${edition}`;
    if (seen !== '' && stamp !== seen) await feed.restart();
    seen = stamp;
  }

  /** Rows are written while a lap goes on, so only a lap without work tells that nothing is left. */
  async function endOrGoRound(
    active: Active,
    stored: StoredBroadcast,
    { counts, now, isQueueEmpty }: { counts: Counts; now: Date; isQueueEmpty: boolean },
  ): Promise<Broadcast | undefined> {
    const { status } = stored.broadcast;
    if (!feed.isAtEnd() || status === 'paused') return undefined;
    const areAllOver = unfinished(counts) === 0;
    if (areAllOver && feed.foundNothing()) {
      const over: Broadcast = {
        ...stored.broadcast,
        status: status === 'cancelled' ? status : 'done',
        finishedAt: now,
      };
      await broadcasts.update(over, stored.version);
      await broadcasts.rest(active);
      return over;
    }
    // Hints that are on their way would only be given twice.
    const isQuiet = areAllOver && isQueueEmpty;
    if (isQuiet || now.getTime() - lapFrom >= parts.times.sweep) await feed.restart();
    return undefined;
  }

  return {
    async advance(active, queue) {
      let stored = await broadcasts.find(organisation, id);
      while (stored) {
        const { broadcast } = stored;
        switch (nextStep(broadcast, clock())) {
          case 'wait':
            return 0;
          case 'begin':
            stored = await set(stored, { status: 'preparing' });
            break;
          case 'prepare':
            await parts.follow.goOn('prepare', { from: broadcast.trace, kind: broadcast.kind }, () =>
              prepare(broadcast, parts),
            );
            stored = await set(stored, { status: 'sending', startedAt: broadcast.startedAt ?? clock() });
            break;
          case 'pass':
            stored = await pass(stored);
            break;
          case 'work':
            return work(active, stored, queue);
        }
      }
      await broadcasts.rest(active);
      return 0;
    },
  };
}
