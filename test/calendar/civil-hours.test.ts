import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCivil, nextCivilMoment, stockholmDate, stockholmTime } from '../../src/calendar/index.js';

describe('isCivil', () => {
  it.each([
    ['2026-06-01T05:59:59.999Z', false, 'Monday 07:59'],
    ['2026-06-01T06:00:00Z', true, 'Monday 08:00'],
    ['2026-06-01T14:59:59.999Z', true, 'Monday 16:59'],
    ['2026-06-01T15:00:00Z', false, 'Monday 17:00'],
    ['2026-01-12T07:00:00Z', true, 'Monday 08:00 in winter'],
    ['2026-01-12T06:59:00Z', false, 'Monday 07:59 in winter'],
    ['2026-05-30T10:00:00Z', false, 'Saturday noon'],
    ['2026-06-19T10:00:00Z', false, 'midsommarafton at noon'],
    ['2026-12-24T10:00:00Z', false, 'julafton at noon'],
  ])('%s: %s (%s)', (at, expected) => {
    expect(isCivil(new Date(at))).toBe(expected);
  });
});

describe('nextCivilMoment', () => {
  it.each([
    ['2026-06-01T09:12:34.567Z', '2026-06-01T09:12:34.567Z', 'is itself when it is civil'],
    ['2026-06-01T04:00:00Z', '2026-06-01T06:00:00Z', 'early morning: today at 08:00'],
    ['2026-06-01T15:00:00Z', '2026-06-02T06:00:00Z', 'after 17:00: the next morning'],
    ['2026-06-01T22:30:00Z', '2026-06-02T06:00:00Z', 'past midnight in Stockholm'],
    ['2026-05-29T20:00:00Z', '2026-06-01T06:00:00Z', 'Friday evening: Monday'],
    ['2026-03-27T20:00:00Z', '2026-03-30T06:00:00Z', 'over the change to summer time'],
    ['2026-10-23T20:00:00Z', '2026-10-26T07:00:00Z', 'over the change to winter time'],
    ['2026-12-23T16:00:00Z', '2026-12-28T07:00:00Z', 'over Christmas'],
  ])('%s -> %s (%s)', (at, expected) => {
    expect(nextCivilMoment(new Date(at))).toEqual(new Date(expected));
  });

  it('is civil, never earlier, and starts a morning when it is later', () => {
    const anyMoment = fc.date({ min: new Date('2005-01-01'), max: new Date('2065-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(anyMoment, (at) => {
        const next = nextCivilMoment(at);
        expect(isCivil(next)).toBe(true);
        expect(next >= at).toBe(true);
        expect(isCivil(at) ? next : stockholmTime(next)).toEqual(isCivil(at) ? at : '08:00');
        // The longest time without working days: from 23 December to the 27th, with a weekend after it or around New Year.
        expect(next.getTime() - at.getTime()).toBeLessThan(6 * 24 * 3600_000);
        expect(stockholmDate(next) >= stockholmDate(at)).toBe(true);
      }),
    );
  });
});
