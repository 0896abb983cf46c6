import { describe, expect, it } from 'vitest';
import { easterSunday } from '../../src/calendar/easter.js';
import { addDays, holidaysOf, isWorkingDay, weekdayOf } from '../../src/calendar/index.js';

const FIXED = {
  '01-01': 'nyårsdagen',
  '01-06': 'trettondedag jul',
  '05-01': 'första maj',
  '06-06': 'Sveriges nationaldag',
  '12-24': 'julafton',
  '12-25': 'juldagen',
  '12-26': 'annandag jul',
  '12-31': 'nyårsafton',
};
const MOVING = [
  'långfredagen',
  'påskdagen',
  'annandag påsk',
  'Kristi himmelsfärdsdag',
  'pingstdagen',
  'midsommarafton',
  'midsommardagen',
  'alla helgons dag',
] as const;

/** The almanac's dates, in the order of MOVING. */
const ALMANAC: Record<number, string[]> = {
  2024: ['03-29', '03-31', '04-01', '05-09', '05-19', '06-21', '06-22', '11-02'],
  2025: ['04-18', '04-20', '04-21', '05-29', '06-08', '06-20', '06-21', '11-01'],
  2026: ['04-03', '04-05', '04-06', '05-14', '05-24', '06-19', '06-20', '10-31'],
  2027: ['03-26', '03-28', '03-29', '05-06', '05-16', '06-25', '06-26', '11-06'],
  2028: ['04-14', '04-16', '04-17', '05-25', '06-04', '06-23', '06-24', '11-04'],
  2029: ['03-30', '04-01', '04-02', '05-10', '05-20', '06-22', '06-23', '11-03'],
  2030: ['04-19', '04-21', '04-22', '05-30', '06-09', '06-21', '06-22', '11-02'],
};

function almanac(year: number): Map<string, string> {
  const moving = MOVING.map((name, n) => [`${year}-${ALMANAC[year]![n]}`, name] as const);
  return new Map([...Object.entries(FIXED).map(([day, name]) => [`${year}-${day}`, name] as const), ...moving]);
}

describe.each(Object.keys(ALMANAC).map(Number))('the holidays of %i', (year) => {
  it('are those of the almanac, each with its name', () => {
    expect(new Map([...holidaysOf(year)].sort())).toEqual(new Map([...almanac(year)].sort()));
  });

  it('and Saturdays and Sundays are the only days without work', () => {
    const free: string[] = [];
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1))
      if (!isWorkingDay(day)) free.push(day);
    const expected: string[] = [];
    const holidays = almanac(year);
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1))
      if ([0, 6].includes(new Date(day).getUTCDay()) || holidays.has(day)) expected.push(day);
    expect(free).toEqual(expected);
  });
});

it('keeps 1 May when Ascension Day falls on it', () => {
  expect(holidaysOf(2008).get('2008-05-01')).toBe('första maj');
});

// 1818 and 1943: the earliest and the latest that Easter can be; 2019 and 2049 are hard for simpler rules.
it.each([
  '1818-03-22',
  '1943-04-25',
  '1954-04-18',
  '1981-04-19',
  '2000-04-23',
  '2008-03-23',
  '2019-04-21',
  '2038-04-25',
])('Easter was or is on %s', (easter) => {
  expect(easterSunday(Number(easter.slice(0, 4)))).toBe(easter);
  expect(weekdayOf(easter)).toBe(7);
});
