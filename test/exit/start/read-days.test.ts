import { describe, expect, it } from 'vitest';
import { type DaysAbout, readDays } from '../../../src/exit/start/read-days.js';

const DAYS = { notice: '2026-09-01', lastWorkingDay: '2026-11-27', lastDay: '2026-11-30' };
const about: DaysAbout = { kind: 'egen uppsägning', today: '2026-09-02' };

describe('the days of an exit', () => {
  it('are taken as they were typed, without the blanks around them', () => {
    expect(readDays({ ...DAYS, lastDay: ' 2026-11-30 ' }, about)).toEqual(DAYS);
  });

  it.each([
    [{ notice: '' }, { notice: 'missing' }],
    [{ lastDay: '30/11 2026' }, { lastDay: 'unreadable' }],
    [{ lastDay: '2026-02-30' }, { lastDay: 'unreadable' }],
    [{ lastDay: '+002026-11-30' }, { lastDay: 'unreadable' }],
    [{ notice: '2026-09-03' }, { notice: 'notice-ahead' }],
    [{ notice: '2025-08-31' }, { notice: 'notice-old' }],
    [{ lastWorkingDay: '2026-09-01' }, { lastWorkingDay: 'past' }],
    [{ lastWorkingDay: '2026-12-01' }, { lastWorkingDay: 'working-late' }],
    [{ lastDay: '2027-09-04' }, { lastDay: 'too-far' }],
    [
      { lastWorkingDay: '2026-08-03', lastDay: '2026-08-03' },
      { lastWorkingDay: 'past', lastDay: 'past' },
    ],
    [
      { notice: '', lastWorkingDay: '', lastDay: '' },
      { notice: 'missing', lastWorkingDay: 'missing', lastDay: 'missing' },
    ],
  ])('%o tells %o, a fault a field and all at once', (typed, faults) => {
    expect(readDays({ ...DAYS, ...typed }, about)).toEqual({ faults });
  });

  it('may all be today, and the last day a year ahead', () => {
    const today = { notice: '2026-09-02', lastWorkingDay: '2026-09-02', lastDay: '2026-09-02' };
    expect(readDays(today, about)).toEqual(today);
    expect(readDays({ ...DAYS, lastDay: '2027-09-03' }, about)).toMatchObject({ lastDay: '2027-09-03' });
  });

  it('of a fixed-term employment begin with the day on which the case is opened', () => {
    expect(readDays({ ...DAYS, notice: 'whatever' }, { ...about, kind: 'visstid' })).toEqual({
      ...DAYS,
      notice: '2026-09-02',
    });
  });

  it('may lie behind when they were so before a change, but nothing new may', () => {
    const later: DaysAbout = { ...about, today: '2026-11-28', before: DAYS };
    expect(readDays({ ...DAYS, lastDay: '2026-12-31' }, later)).toEqual({ ...DAYS, lastDay: '2026-12-31' });
    expect(readDays({ ...DAYS, lastWorkingDay: '2026-11-26' }, later)).toEqual({ faults: { lastWorkingDay: 'past' } });
    expect(readDays(DAYS, { ...later, today: '2026-12-05' })).toEqual(DAYS);
  });

  it('never have a notice after the last day, also when both were kept', () => {
    const before = { notice: '2026-11-20', lastWorkingDay: '2026-11-10', lastDay: '2026-11-10' };
    expect(readDays(before, { ...about, today: '2026-11-25', before })).toEqual({ faults: { notice: 'notice-late' } });
  });
});
