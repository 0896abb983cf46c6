import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stockholmDate, stockholmTime } from '../../src/calendar/index.js';
import { nextDue } from '../../src/jobs/recurrence.js';

const at = (text: string) => new Date(text);
const anyMoment = fc.date({ min: at('2020-01-01'), max: at('2040-01-01'), noInvalidDate: true });

describe('nextDue', () => {
  it.each([
    ['07:00', '07:00:01', '08:00', 'after a run in time'],
    ['07:00', '09:30', '10:00', 'after one that was late'],
    ['07:00', '08:00', '09:00', 'after one just at the next time'],
    ['07:00', '05:00', '08:00', 'after one before its time'],
  ])('hourly, due %s and run %s: %s (%s)', (due, now, expected) => {
    const [dueAt, runAt, next] = [due, now, expected].map((time) => at(`2026-06-01T${time}Z`));
    expect(nextDue({ ms: 3_600_000 }, dueAt!, runAt!)).toEqual(next);
  });

  it.each([
    ['2026-06-01T06:00Z', '2026-06-01T06:00:10Z', '2026-06-02T06:00Z', 'the next morning'],
    ['2026-06-01T06:00Z', '2026-06-04T09:00Z', '2026-06-05T06:00Z', 'after three days down'],
    ['2026-06-01T06:00Z', '2026-06-04T05:00Z', '2026-06-04T06:00Z', 'the same morning, when that is still to come'],
    ['2026-10-24T06:00Z', '2026-10-24T06:00Z', '2026-10-25T07:00Z', 'in winter time'],
    ['2026-03-28T07:00Z', '2026-03-28T07:00Z', '2026-03-29T06:00Z', 'in summer time'],
  ])('daily at 08:00, due %s and run %s: %s (%s)', (due, now, expected) => {
    expect(nextDue({ daily: '08:00' }, at(due), at(now))).toEqual(at(expected));
  });

  it('daily comes once a day also in the hours that are skipped or come twice', () => {
    for (const [start, days] of [
      ['2026-03-27', 4],
      ['2026-10-23', 4],
    ] as const) {
      let due = at(`${start}T12:00Z`);
      const dates: string[] = [];
      for (let n = 0; n < days; n++) dates.push(stockholmDate((due = nextDue({ daily: '02:30' }, due, due))));
      expect(new Set(dates).size).toBe(days);
    }
  });

  it('is later than both, and no time lies between', () => {
    fc.assert(
      fc.property(anyMoment, anyMoment, fc.integer({ min: 1, max: 1e9 }), (due, now, ms) => {
        const next = nextDue({ ms }, due, now);
        const latest = Math.max(due.getTime(), now.getTime());
        expect(next.getTime()).toBeGreaterThan(latest);
        expect(next.getTime() - ms).toBeLessThanOrEqual(latest);
        expect((next.getTime() - due.getTime()) % ms).toBe(0);
        const daily = nextDue({ daily: '08:00' }, due, now);
        expect(stockholmTime(daily)).toBe('08:00');
        expect(daily.getTime()).toBeGreaterThan(latest);
        expect(daily.getTime() - latest).toBeLessThanOrEqual(25 * 3_600_000);
      }),
    );
  });
});
