import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stockholmDate, stockholmMoment, stockholmTime } from '../../src/calendar/index.js';

const MINUTE = 60_000;

describe('stockholmMoment', () => {
  it.each([
    ['2026-01-15', '09:00', '2026-01-15T08:00:00Z', 'winter'],
    ['2026-07-15', '09:00', '2026-07-15T07:00:00Z', 'summer'],
    ['2026-01-01', '00:00', '2025-12-31T23:00:00Z', 'a year that is already there'],
    // Clocks go from 02:00 to 03:00.
    ['2026-03-28', '23:59', '2026-03-28T22:59:00Z', 'the evening before'],
    ['2026-03-29', '00:00', '2026-03-28T23:00:00Z', 'midnight before the change'],
    ['2026-03-29', '01:59', '2026-03-29T00:59:00Z', 'the last minute of winter time'],
    ['2026-03-29', '02:00', '2026-03-29T01:00:00Z', 'skipped: 03:00'],
    ['2026-03-29', '02:30', '2026-03-29T01:30:00Z', 'skipped: 03:30'],
    ['2026-03-29', '02:59', '2026-03-29T01:59:00Z', 'skipped: 03:59'],
    ['2026-03-29', '03:00', '2026-03-29T01:00:00Z', 'the first minute of summer time'],
    ['2026-03-29', '09:00', '2026-03-29T07:00:00Z', 'the morning after'],
    ['2027-03-28', '01:59', '2027-03-28T00:59:00Z', 'the last minute of winter time'],
    ['2027-03-28', '02:30', '2027-03-28T01:30:00Z', 'skipped: 03:30'],
    ['2027-03-28', '03:00', '2027-03-28T01:00:00Z', 'the first minute of summer time'],
    // Clocks go from 03:00 back to 02:00.
    ['2026-10-25', '01:59', '2026-10-24T23:59:00Z', 'the last minute that comes once'],
    ['2026-10-25', '02:00', '2026-10-25T00:00:00Z', 'twice: the first'],
    ['2026-10-25', '02:59', '2026-10-25T00:59:00Z', 'twice: the first'],
    ['2026-10-25', '03:00', '2026-10-25T02:00:00Z', 'once again'],
    ['2026-10-25', '09:00', '2026-10-25T08:00:00Z', 'the morning after'],
    ['2027-10-31', '02:30', '2027-10-31T00:30:00Z', 'twice: the first'],
    ['2027-10-31', '03:00', '2027-10-31T02:00:00Z', 'once again'],
  ])('%s %s is %s (%s)', (day, time, expected) => {
    expect(stockholmMoment(day, time)).toEqual(new Date(expected));
  });

  it.each(['24:00', '9:00', '09:60', '', '09:00:00', 'nio'])('refuses the time "%s"', (time) => {
    expect(() => stockholmMoment('2026-03-01', time)).toThrow(new RangeError(`"${time}" is no time of a day.`));
  });

  it('refuses a day that does not exist', () => {
    expect(() => stockholmMoment('2026-02-29', '09:00')).toThrow(new RangeError('"2026-02-29" is no day.'));
  });
});

describe('stockholmTime', () => {
  it.each([
    ['2026-03-29T00:59:59.999Z', '01:59'],
    ['2026-03-29T01:00:00Z', '03:00'],
    ['2026-10-25T00:59:00Z', '02:59'],
    ['2026-10-25T01:00:00Z', '02:00'],
    ['2027-03-28T01:00:00Z', '03:00'],
    ['2027-10-31T01:00:00Z', '02:00'],
    ['2026-12-31T23:00:00Z', '00:00'],
  ])('at %s clocks show %s', (at, time) => {
    expect(stockholmTime(new Date(at))).toBe(time);
  });
});

describe('a moment, its day and time in Stockholm, and back', () => {
  const { min, max } = { min: Date.parse('2000-01-01T00:00Z'), max: Date.parse('2060-01-01T00:00Z') };
  const anyMinute = fc.integer({ min: min / MINUTE, max: max / MINUTE }).map((n) => new Date(n * MINUTE));

  it('is the same moment, or an hour earlier where the hour comes twice', () => {
    fc.assert(
      fc.property(anyMinute, (at) => {
        const back = stockholmMoment(stockholmDate(at), stockholmTime(at));
        expect([0, 60]).toContain((at.getTime() - back.getTime()) / MINUTE);
        expect(stockholmTime(back)).toBe(stockholmTime(at));
      }),
      { numRuns: 500 },
    );
  });

  it('holds for every minute of both days on which clocks change, in 2026 and 2027', () => {
    const doubled: string[] = [];
    for (const day of ['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31']) {
      const end = Date.parse(`${day}T23:00Z`);
      for (let ms = Date.parse(`${day}T00:00Z`) - 60 * MINUTE; ms < end; ms += MINUTE) {
        const back = stockholmMoment(stockholmDate(new Date(ms)), stockholmTime(new Date(ms)));
        if (back.getTime() !== ms) doubled.push(`${day} ${(ms - back.getTime()) / MINUTE}`);
      }
    }
    expect(new Set(doubled)).toEqual(new Set(['2026-10-25 60', '2027-10-31 60']));
    expect(doubled.length).toBe(120);
  });
});
