/** A calendar day without time, as ISO text: 2026-03-01. All functions here throw RangeError for text that names no day. */
export type IsoDate = string;

const DAY_MS = 24 * 3600 * 1000;

/** The day as the moment at which it begins in UTC, where every day has 24 hours: for counting days only. */
function utcDay(isoDate: IsoDate): Date {
  const day = new Date(`${isoDate}T00:00:00.000Z`);
  // JavaScript takes 30 February for 2 March.
  if (Number.isNaN(day.getTime()) || isoOf(day) !== isoDate) throw new RangeError(`"${isoDate}" is no day.`);
  return day;
}

function isoOf(day: Date): IsoDate {
  return day.toISOString().slice(0, 10);
}

/** 2026-02-28 and 1 -> 2026-03-01; `days` may be negative. */
export function addDays(isoDate: IsoDate, days: number): IsoDate {
  return isoOf(new Date(utcDay(isoDate).getTime() + days * DAY_MS));
}

/** 1 Monday ... 7 Sunday, as ISO 8601 counts. */
export function weekdayOf(isoDate: IsoDate): number {
  return utcDay(isoDate).getUTCDay() || 7;
}

/** The year and month (1-12) of a day. */
export function yearAndMonthOf(isoDate: IsoDate): { year: number; month: number } {
  const day = utcDay(isoDate);
  return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1 };
}
