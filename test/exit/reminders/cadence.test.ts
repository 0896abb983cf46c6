import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '../../../src/calendar/index.js';
import { codesOf, daysBefore, isTimeToRemind, type Told } from '../../../src/exit/reminders/cadence.js';

const OVERDUE = 'case-1/AVS-12/chef/overdue';
const SOON = 'case-1/AVS-12/chef/soon';
const told = (day: string, ...keys: string[]): Told => ({ day, codes: codesOf(keys) });

describe('isTimeToRemind', () => {
  it('reminds of what nobody was told of yet, and never of nothing', () => {
    expect(isTimeToRemind([SOON], undefined, '2026-11-20')).toBe(true);
    expect(isTimeToRemind([], undefined, '2026-11-20')).toBe(false);
    expect(isTimeToRemind([], told('2026-11-02', OVERDUE), '2026-11-20')).toBe(false);
  });

  it('waits for the third working day when nothing has changed', () => {
    const latest = told('2026-11-19', OVERDUE);
    // Thursday; Friday and Monday are passed over.
    expect(['2026-11-20', '2026-11-23', '2026-11-24'].map((day) => isTimeToRemind([OVERDUE], latest, day))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('does not wait for what is new or has become overdue since', () => {
    expect(isTimeToRemind([OVERDUE], told('2026-11-19', SOON), '2026-11-20')).toBe(true);
    expect(isTimeToRemind([OVERDUE, 'case-2/AVS-01/chef/soon'], told('2026-11-19', OVERDUE), '2026-11-20')).toBe(true);
  });

  it('does not repeat what is not late, nor tell twice on a day', () => {
    expect(isTimeToRemind([SOON], told('2026-11-19', SOON), '2026-11-24')).toBe(false);
    expect(isTimeToRemind([OVERDUE], told('2026-11-20'), '2026-11-20')).toBe(false);
  });

  it('holds over weeks: whatever is overdue is told of at least every third working day, and never more often when unchanged', () => {
    const keys = Array.from({ length: 6 }, (_, n) => `case-1/AVS-0${n}/chef/overdue`);
    fc.assert(
      fc.property(fc.array(fc.subarray(keys), { minLength: 5, maxLength: 30 }), (days) => {
        const reminders: { at: number; keys: readonly string[]; day: string }[] = [];
        days.forEach((left, at) => {
          const day = addWorkingDays('2026-01-01', at + 1);
          // As the service sees it: the latest of the days that it looks at.
          const seen = daysBefore(day).flatMap((earlier) => reminders.filter((one) => one.day === earlier));
          const latest = seen[0] && told(seen[0].day, ...seen[0].keys);
          const before = reminders.at(-1);
          const isTime = isTimeToRemind(left, latest, day);
          const isUnchanged = before !== undefined && left.every((key) => before.keys.includes(key));
          if (isTime && isUnchanged) expect(at - before.at).toBeGreaterThanOrEqual(3);
          if (left.length > 0 && !isTime) expect(at - before!.at).toBeLessThan(3);
          if (isTime) reminders.push({ at, keys: left, day });
        });
      }),
    );
  });

  it('knows too much to tell what is new among hundreds, and waits for the third day', () => {
    const many = Array.from({ length: 400 }, (_, n) => `case-${n}/AVS-23/hr/overdue`);
    expect(codesOf(many).length).toBe(1500);
    expect(isTimeToRemind(many, told('2026-11-19', ...many), '2026-11-20')).toBe(false);
    expect(isTimeToRemind(many, told('2026-11-19', ...many), '2026-11-24')).toBe(true);
  });
});
