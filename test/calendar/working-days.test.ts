import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  weekdayOf,
} from '../../src/calendar/index.js';

const anyDay = fc.integer({ min: 0, max: 60 * 365 }).map((days) => addDays('2005-01-01', days));
const anyCount = fc.integer({ min: 1, max: 400 });

describe('isWorkingDay', () => {
  it.each([
    ['2026-04-02', true, 'skärtorsdagen'],
    ['2026-04-03', false, 'långfredagen'],
    ['2026-05-25', true, 'annandag pingst, no holiday since 2005'],
    ['2026-06-18', true, 'the day before midsommarafton'],
    ['2026-06-19', false, 'midsommarafton'],
    ['2026-12-23', true, 'the day before julafton'],
    ['2026-12-24', false, 'julafton'],
    ['2026-12-31', false, 'nyårsafton'],
    ['2026-01-05', true, 'trettondagsafton'],
    ['2027-06-05', false, 'a Saturday'],
  ])('%s: %s (%s)', (day, expected) => {
    expect(isWorkingDay(day)).toBe(expected);
  });

  it.each(['2026-02-30', '2026-13-01', '2026-1-1', '', 'i morgon', '2026-03-01T09:00'])('refuses "%s"', (day) => {
    expect(() => isWorkingDay(day)).toThrow(new RangeError(`"${day}" is no day.`));
  });
});

describe('addWorkingDays', () => {
  it.each([
    ['2026-05-29', 1, '2026-06-01'],
    ['2026-05-30', 1, '2026-06-01'],
    ['2026-05-30', -1, '2026-05-29'],
    ['2026-05-29', 0, '2026-05-29'],
    ['2026-05-30', 0, '2026-06-01'],
    ['2026-12-23', 1, '2026-12-28'],
    ['2026-12-30', 1, '2027-01-04'],
    ['2027-01-04', -5, '2026-12-22'],
    ['2026-04-07', -1, '2026-04-02'],
    ['2026-06-18', 10, '2026-07-03'],
  ])('%s and %i make %s', (day, n, expected) => {
    expect(addWorkingDays(day, n)).toBe(expected);
  });

  it('goes there and back', () => {
    fc.assert(
      fc.property(anyDay, anyCount, (any, n) => {
        const day = nextWorkingDay(any);
        expect(addWorkingDays(addWorkingDays(day, n), -n)).toBe(day);
      }),
    );
  });

  it('passes exactly n working days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const to = addWorkingDays(from, n);
        let passed = 0;
        for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) passed++;
        expect([passed, isWorkingDay(to)]).toEqual([n, true]);
      }),
    );
  });

  it('refuses a part of a day', () => {
    expect(() => addWorkingDays('2026-05-29', 0.5)).toThrow(RangeError);
  });
});

describe('nextWorkingDay and previousWorkingDay', () => {
  it('are the day itself when it is a working day, else the nearest after and before, at most five days away', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [next, previous] = [nextWorkingDay(day), previousWorkingDay(day)];
        expect(isWorkingDay(next) && isWorkingDay(previous)).toBe(true);
        if (isWorkingDay(day)) expect([previous, next]).toEqual([day, day]);
        else expect(addWorkingDays(previous, 1)).toBe(next);
        expect(next <= addDays(day, 5) && previous >= addDays(day, -5)).toBe(true);
      }),
    );
  });

  it('count the week as ISO does', () => {
    expect(['2026-06-01', '2026-06-06', '2026-06-07'].map(weekdayOf)).toEqual([1, 6, 7]);
  });
});
