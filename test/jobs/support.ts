import { randomUUID } from 'node:crypto';
import type { Clock } from '../../src/calendar/index.js';
import {
  createJobs,
  createScheduler,
  type JobHandler,
  type NewJob,
  type SchedulerOptions,
} from '../../src/jobs/index.js';
import { openJobs, type Storage } from '../../src/storage/index.js';
import { testStorage } from '../support/test-storage.js';

/** Monday 09:00 in Stockholm. */
export const START = new Date('2026-06-01T07:00:00.000Z');
export const SECOND = 1000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const ORGANISATION = 'Älvsjö stadsdelsnämnd';

export const later = (ms: number, from = START) => new Date(from.getTime() + ms);

export interface LoggedLine extends Record<string, unknown> {
  readonly level: string;
  readonly message: string;
}

/** One process's view of the storage that all processes of a test share, with a clock that the test moves. */
export interface World {
  readonly storage: Storage;
  readonly jobs: ReturnType<typeof createJobs>;
  readonly clock: Clock;
  readonly log: LoggedLine[];
  setTime(now: Date): void;
  scheduler(handlers: Record<string, JobHandler>, more?: Partial<SchedulerOptions>): ReturnType<typeof createScheduler>;
}

export async function openWorld(): Promise<World> {
  const storage = await testStorage();
  const store = openJobs(storage);
  const log: LoggedLine[] = [];
  let now = START;
  const clock = () => now;
  const at = (level: string) => (facts: object, message: string) => void log.push({ level, message, ...facts });
  return {
    storage,
    jobs: createJobs({ store, clock }),
    clock,
    log,
    setTime: (to) => void (now = to),
    scheduler: (handlers, more = {}) =>
      createScheduler({
        store,
        handlers,
        clock,
        holder: randomUUID(),
        log: { info: at('info'), warn: at('warn'), error: at('error') },
        ...more,
      }),
  };
}

export function aJob(id: string, more: Partial<NewJob> = {}): NewJob {
  return { organisation: ORGANISATION, id, kind: 'remind', data: { round: id }, dueAt: START, ...more };
}

/** Something that a test opens by hand. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}
