import { holidaysOf } from './holidays.js';
import { addDays, type IsoDate, weekdayOf, yearAndMonthOf } from './iso-date.js';

const years = new Map<number, ReadonlyMap<IsoDate, string>>();

/** The holidays of a year are worked out once. */
function holidays(year: number): ReadonlyMap<IsoDate, string> {
  const known = years.get(year) ?? holidaysOf(year);
  years.set(year, known);
  return known;
}

/** Monday to Friday and no holiday (see holidaysOf), jul-, nyårs- and midsommarafton included. Throws RangeError for no day. */
export function isWorkingDay(isoDate: IsoDate): boolean {
  return weekdayOf(isoDate) <= 5 && !holidays(yearAndMonthOf(isoDate).year).has(isoDate);
}

/** The day itself when it is a working day, else the first one after it. */
export function nextWorkingDay(isoDate: IsoDate): IsoDate {
  return workingDayFrom(isoDate, 1);
}

/** The day itself when it is a working day, else the last one before it. */
export function previousWorkingDay(isoDate: IsoDate): IsoDate {
  return workingDayFrom(isoDate, -1);
}

/**
 * The nth working day after a day (n > 0) or before it (n < 0); the day itself counts as none, whether it is one or not:
 * Friday 2026-05-29 and 1 -> Monday 2026-06-01, Saturday 2026-05-30 and 1 -> the same. For 0: the next working day.
 * Throws RangeError when n is no whole number.
 */
export function addWorkingDays(isoDate: IsoDate, n: number): IsoDate {
  if (!Number.isInteger(n)) throw new RangeError(`${n} is no whole number of working days.`);
  if (n === 0) return nextWorkingDay(isoDate);
  const step = Math.sign(n);
  let day = isoDate;
  for (let left = Math.abs(n); left > 0; left--) day = workingDayFrom(addDays(day, step), step);
  return day;
}

function workingDayFrom(isoDate: IsoDate, step: number): IsoDate {
  let day = isoDate;
  while (!isWorkingDay(day)) day = addDays(day, step);
  return day;
}
