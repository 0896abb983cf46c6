import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isCivil, isWorkingDay, stockholmDate, stockholmMoment } from '../../../src/calendar/index.js';
import { areasAt, LENGTHS, readBooking, suggestTimes } from '../../../src/exit/talk/times.js';

const CASE = { lastWorkingDay: '2026-11-27' };
const now = stockholmMoment('2026-10-14', '09:00');
const typed = (changes: object = {}) => ({ date: '2026-11-17', time: '10:00', minutes: '60', ...changes });

describe('suggestTimes', () => {
  it('proposes working days around the tenth before the last working day, the best first', () => {
    expect(suggestTimes(CASE, now)).toEqual([
      { day: '2026-11-17', time: '10:00' },
      { day: '2026-11-16', time: '14:00' },
      { day: '2026-11-18', time: '10:00' },
      { day: '2026-11-13', time: '14:00' },
    ]);
  });

  it('proposes what is left when it is late, and nothing when nothing is', () => {
    expect(suggestTimes(CASE, stockholmMoment('2026-11-24', '16:00')).map(({ day }) => day)).toEqual([
      '2026-11-25',
      '2026-11-26',
    ]);
    expect(suggestTimes(CASE, stockholmMoment('2026-11-26', '09:00'))).toEqual([]);
    expect(suggestTimes(CASE, stockholmMoment('2026-12-26', '09:00'))).toEqual([]);
  });

  it('never proposes a holiday, a time outside working hours, today, or the last day, and only what can be booked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: -30, max: 120 }), (start, length) => {
        const today = addDays('2026-01-01', start);
        const lastWorkingDay = addDays(today, length);
        const at = stockholmMoment(today, '12:00');
        const found = suggestTimes({ lastWorkingDay }, at);
        for (const { day, time } of found) {
          expect(today < day && day < lastWorkingDay && isWorkingDay(day)).toBe(true);
          expect(isCivil(stockholmMoment(day, time))).toBe(true);
          expect(readBooking({ date: day, time, minutes: '90' }, { lastWorkingDay }, at)).toMatchObject({
            minutes: 90,
          });
        }
        expect(new Set(found.map(({ day }) => day)).size).toBe(found.length);
      }),
    );
  });
});

describe('readBooking', () => {
  it('reads day, time and length on Stockholm’s clocks, in summer and winter', () => {
    expect(readBooking(typed(), CASE, now)).toEqual({ start: new Date('2026-11-17T09:00:00Z'), minutes: 60 });
    expect(readBooking(typed({ date: '2026-10-23' }), CASE, now)).toEqual({
      start: new Date('2026-10-23T08:00:00Z'),
      minutes: 60,
    });
  });

  it.each([
    ['unreadable', { date: '2026-02-30' }],
    ['unreadable', { time: '' }],
    ['unreadable', { date: 'snart' }],
    ['length', { minutes: '5' }],
    ['past', { date: '2026-10-14', time: '09:00' }],
    ['lastDay', { date: '2026-11-27' }],
    ['lastDay', { date: '2026-11-30' }],
    ['holiday', { date: '2026-11-15' }],
    ['hours', { time: '07:30' }],
    ['hours', { time: '16:30' }],
    ['hours', { time: '23:30' }],
  ] as const)('finds %s in %o', (fault, changes) => {
    expect(readBooking(typed(changes), CASE, now)).toBe(fault);
  });

  it('refuses the public holidays and the eves that are free', () => {
    const summer = { lastWorkingDay: '2027-06-30' };
    for (const date of ['2026-12-24', '2026-12-25', '2027-01-06', '2027-03-26', '2027-05-06', '2027-06-25'])
      expect(readBooking(typed({ date }), summer, now)).toBe('holiday');
  });

  it('ends within working hours whatever length is chosen', () => {
    for (const minutes of LENGTHS)
      expect(readBooking(typed({ time: '15:30', minutes: String(minutes) }), CASE, now)).toMatchObject({ minutes });
  });
});

describe('areasAt', () => {
  it('is at nine three days before, or on the working day before that', () => {
    const of = (day: string) => areasAt(stockholmMoment(day, '10:00'));
    expect(of('2026-11-20')).toEqual(stockholmMoment('2026-11-17', '09:00'));
    // Three days before Tuesday is a Saturday, before Monday 28 December Christmas Day: then the last working day before.
    expect(of('2026-11-17')).toEqual(stockholmMoment('2026-11-13', '09:00'));
    expect(of('2026-12-28')).toEqual(stockholmMoment('2026-12-23', '09:00'));
  });

  it('is always a civil moment, at least three days before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), (start) => {
        const day = addDays('2026-01-01', start);
        const at = areasAt(stockholmMoment(day, '13:00'));
        expect(isCivil(at)).toBe(true);
        expect(stockholmDate(at) <= addDays(day, -3)).toBe(true);
      }),
    );
  });
});
