import { isConflict } from '../errors.js';
import type { Active } from './broadcast.js';
import { type Course, type CourseParts, createCourse, type QueueRoom } from './course.js';

export interface ConductorParts extends CourseParts {
  readonly leases: { take(name: string, holder: string, ms: number): Promise<boolean> };
  /** The name of this process. */
  readonly holder: string;
  /** Requests a second of all workers together: the queue holds some seconds of it. */
  readonly perSecond: number;
}

/**
 * Keeps all broadcasts going, in one process at a time (a lease): starts what is due, prepares rows, tops the queue up from the
 * ledger, carries out what HR pressed, and ends what is over. It holds nothing that another process could not find again in
 * storage, so a new one begins where the rows stand.
 */
export interface Conductor {
  start(): void;
  stop(): Promise<void>;
  /** Something was created or pressed: look at once, when this process is the one. */
  wake(): void;
}

/** Who holds it is the conductor. */
export const CONDUCTOR_LEASE = 'broadcast-conductor';
/** The queue never holds more: taking a message off gets slow with thousands waiting. */
const MOST_WAITING = 500;
const SECONDS_WAITING = 8;
/** A small broadcast does not wait behind a large one. */
const LEAST_SHARE = 8;

export function createConductor(parts: ConductorParts): Conductor {
  const { broadcasts, hints, leases, holder, clock, log, times } = parts;
  const courses = new Map<string, Course>();
  const target = Math.min(MOST_WAITING, Math.ceil(parts.perSecond * SECONDS_WAITING));
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;
  let isAgain = false;
  let isStopped = false;
  let leaseUntil = 0;

  /** Takes or renews the lease; renewed when half of it has passed. */
  async function isLeader(): Promise<boolean> {
    const now = clock().getTime();
    if (now < leaseUntil - times.lease / 2) return true;
    leaseUntil = (await leases.take(CONDUCTOR_LEASE, holder, times.lease)) ? now + times.lease : 0;
    if (leaseUntil === 0) courses.clear();
    return leaseUntil > 0;
  }

  async function look(): Promise<void> {
    if (!(await isLeader())) return;
    const active = await broadcasts.active();
    const keys = new Set(active.map(keyOf));
    for (const key of courses.keys()) if (!keys.has(key)) courses.delete(key);
    if (active.length === 0) return;
    const size = await hints.size();
    let room = target - size;
    const share = Math.max(LEAST_SHARE, Math.ceil(room / active.length));
    for (const one of active) {
      if (!(await isLeader())) return;
      room -= await advance(one, { size, room: Math.min(room, share) });
    }
  }

  async function advance(one: Active, queue: QueueRoom): Promise<number> {
    const course = courses.get(keyOf(one)) ?? createCourse(one.organisation, one.id, parts);
    courses.set(keyOf(one), course);
    try {
      return await course.advance(one, queue);
    } catch (error) {
      // HR pressed something meanwhile: the next look sees it.
      if (!isConflict(error))
        log.warn({ error, broadcast: one.id }, 'a broadcast could not be taken further; tried again');
      return 0;
    }
  }

  function tick(): void {
    isAgain = working !== undefined;
    if (isStopped || working) return;
    working = look()
      .catch((error: unknown) => log.warn({ error }, 'broadcasts could not be looked after; tried again'))
      .finally(() => {
        working = undefined;
        if (isAgain) tick();
      });
  }

  return {
    start() {
      timer ??= setInterval(tick, times.look);
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await working;
    },
    wake: () => {
      if (timer) tick();
    },
  };
}

function keyOf({ organisation, id }: Active): string {
  return `${organisation}\n${id}`;
}
