import { addDays, type IsoDate } from './iso-date.js';
import { stockholmDate } from './stockholm-date.js';

/** A wall clock's time: 09:00. */
export type WallTime = string;

// The Swedish way to write a time is that of ISO 8601: 09:00.
const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

const DAY_MS = 24 * 3600 * 1000;

/** What clocks in Stockholm show at this moment: 09:00, seconds cut off. */
export function stockholmTime(at: Date): WallTime {
  return format.format(at).slice(0, 5);
}

/**
 * The moment at which clocks in Stockholm show this time on this day: 2026-07-01 and 09:00 -> 07:00 UTC.
 * A time that the clock skips in spring is moved on by the hour that is skipped (2026-03-29 02:30 -> what is then 03:30), and
 * of a time that comes twice in autumn the first is meant (2026-10-25 02:30 -> the one in summer time).
 * Own code over the platform's time zones, since luxon takes the second of the two and @date-fns/tz one or the other,
 * depending on where the computer stands. Throws RangeError for no day or no time.
 */
export function stockholmMoment(isoDate: IsoDate, time: WallTime): Date {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError(`"${time}" is no time of a day.`);
  // A day that does not exist is refused here.
  addDays(isoDate, 0);
  const asUtc = Date.parse(`${isoDate}T${time}:00Z`);
  // At most one change lies between the two days around, so one of their two offsets is the right one.
  const before = asUtc - offsetAt(asUtc - DAY_MS);
  const after = asUtc - offsetAt(asUtc + DAY_MS);
  const shown = [Math.min(before, after), Math.max(before, after)].find((ms) => ms + offsetAt(ms) === asUtc);
  // Skipped: the time before the change goes on, as if nobody had touched the clock.
  return new Date(shown ?? before);
}

/** The last minute of a day: whoever answers on the day itself is in time. */
export const LAST_MINUTE: WallTime = '23:59';

/** The moment of a day and a time as somebody typed them; undefined when there is no such day or time. */
export function readMoment(date: string, time: string): Date | undefined {
  try {
    return stockholmMoment(date, time);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** By how much clocks in Stockholm are ahead of UTC at a moment, in ms. */
function offsetAt(ms: number): number {
  const at = new Date(ms);
  const shown = Date.parse(`${stockholmDate(at)}T${format.format(at)}Z`);
  return shown - Math.floor(ms / 1000) * 1000;
}
