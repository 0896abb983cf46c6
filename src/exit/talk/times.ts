import {
  addDays,
  addWorkingDays,
  CIVIL_HOURS,
  type IsoDate,
  isWorkingDay,
  previousWorkingDay,
  readMoment,
  stockholmDate,
  stockholmMoment,
  stockholmTime,
  type WallTime,
} from '../../calendar/index.js';
import type { ExitCase } from '../case/exit-case.js';

/** The conversation is best held so many days before the last working day (AVS-24). */
const BEST_BEFORE = 10;
/** The employee gets the question areas so many days ahead. */
const AREAS_BEFORE = 3;
const AREAS_AT: WallTime = '09:00';
const MOST_SUGGESTIONS = 4;
/** In the middle of the morning and of the afternoon. */
const SUGGESTED: readonly WallTime[] = ['10:00', '14:00'];

/** How long it may take, in minutes: 45 to 60 are recommended. */
export const LENGTHS = [45, 60, 90] as const;

export interface Suggestion {
  readonly day: IsoDate;
  readonly time: WallTime;
}

/**
 * Times to propose, the best first: working days near the tenth before the last working day, later than today and never the last
 * day. None when there is no such day left.
 */
export function suggestTimes({ lastWorkingDay }: Pick<ExitCase, 'lastWorkingDay'>, now: Date): readonly Suggestion[] {
  const best = previousWorkingDay(addDays(lastWorkingDay, -BEST_BEFORE));
  const [first, last] = [addWorkingDays(stockholmDate(now), 1), addWorkingDays(lastWorkingDay, -1)];
  const start = best < first ? first : best;
  const around = [start];
  for (let n = 1; n < MOST_SUGGESTIONS; n++) around.push(addWorkingDays(start, -n), addWorkingDays(start, n));
  return around
    .filter((day) => first <= day && day <= last)
    .slice(0, MOST_SUGGESTIONS)
    .map((day, at) => ({ day, time: SUGGESTED[at % SUGGESTED.length]! }));
}

export const TIME_FAULTS = ['unreadable', 'past', 'lastDay', 'holiday', 'hours', 'length'] as const;
export type TimeFault = (typeof TIME_FAULTS)[number];

/** When a booking as it was typed begins, or what is wrong with it. `now` is when it was sent. */
export function readBooking(
  typed: { readonly date: string; readonly time: string; readonly minutes: string },
  { lastWorkingDay }: Pick<ExitCase, 'lastWorkingDay'>,
  now: Date,
): { readonly start: Date; readonly minutes: number } | TimeFault {
  const start = readMoment(typed.date, typed.time);
  if (!start) return 'unreadable';
  const minutes = LENGTHS.find((length) => String(length) === typed.minutes);
  if (minutes === undefined) return 'length';
  if (start <= now) return 'past';
  if (typed.date >= lastWorkingDay) return 'lastDay';
  if (!isWorkingDay(typed.date)) return 'holiday';
  const end = stockholmTime(new Date(start.getTime() + minutes * 60_000));
  const isCivil = CIVIL_HOURS.from <= typed.time && typed.time < end && end <= CIVIL_HOURS.to;
  return isCivil ? { start, minutes } : 'hours';
}

/** When the employee gets the question areas: at nine, three days before, or on the working day before that. */
export function areasAt(bookedFor: Date): Date {
  return stockholmMoment(previousWorkingDay(addDays(stockholmDate(bookedFor), -AREAS_BEFORE)), AREAS_AT);
}
