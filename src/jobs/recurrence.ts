import { addDays, stockholmDate, stockholmMoment } from '../calendar/index.js';
import type { Recurrence } from './job.js';

/**
 * The next time of a recurring job: later than both `dueAt` and `now`, so that times that passed while no bot was up are made
 * up for by one run and not by many. Throws RangeError for a recurrence that is none.
 */
export function nextDue(every: Recurrence, dueAt: Date, now: Date): Date {
  const latest = new Date(Math.max(dueAt.getTime(), now.getTime()));
  if ('daily' in every) return nextDaily(every.daily, latest);
  if (!(Number.isInteger(every.ms) && every.ms > 0)) throw new RangeError(`A job cannot come every ${every.ms} ms.`);
  const passed = Math.floor((latest.getTime() - dueAt.getTime()) / every.ms);
  return new Date(dueAt.getTime() + (passed + 1) * every.ms);
}

function nextDaily(time: string, after: Date): Date {
  const today = stockholmDate(after);
  const due = stockholmMoment(today, time);
  return due > after ? due : stockholmMoment(addDays(today, 1), time);
}
