import { easterSunday } from './easter.js';
import { addDays, type IsoDate, weekdayOf } from './iso-date.js';

/**
 * The days of a year on which nobody works though they may fall on Monday to Friday, with their Swedish names: public holidays
 * by lag (1989:253) om allmänna helgdagar as it stands since 2005, and jul-, nyårs- and midsommarafton, which the collective
 * agreements treat alike. Sundays, which the act names too, are left to the week.
 * Own code, since date-holidays costs 85-105 ms and 25 MB at the start (measured), and holidays of one country are this page.
 */
export function holidaysOf(year: number): ReadonlyMap<IsoDate, string> {
  const easter = easterSunday(year);
  const midsummer = saturdayFrom(`${year}-06-20`);
  return new Map([
    [`${year}-01-01`, 'nyårsdagen'],
    [`${year}-01-06`, 'trettondedag jul'],
    [addDays(easter, -2), 'långfredagen'],
    [easter, 'påskdagen'],
    [addDays(easter, 1), 'annandag påsk'],
    [addDays(easter, 39), 'Kristi himmelsfärdsdag'],
    // Last of what follows Easter and first of May: in 2008 Ascension Day fell on 1 May.
    [`${year}-05-01`, 'första maj'],
    [addDays(easter, 49), 'pingstdagen'],
    [`${year}-06-06`, 'Sveriges nationaldag'],
    [addDays(midsummer, -1), 'midsommarafton'],
    [midsummer, 'midsommardagen'],
    [saturdayFrom(`${year}-10-31`), 'alla helgons dag'],
    [`${year}-12-24`, 'julafton'],
    [`${year}-12-25`, 'juldagen'],
    [`${year}-12-26`, 'annandag jul'],
    [`${year}-12-31`, 'nyårsafton'],
  ]);
}

/** The Saturday that falls on this day or within the six days after it. */
function saturdayFrom(isoDate: IsoDate): IsoDate {
  return addDays(isoDate, (6 - weekdayOf(isoDate) + 7) % 7);
}
