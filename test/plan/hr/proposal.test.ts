import { describe, expect, it } from 'vitest';
import { freeTitle, proposeDeadline, proposeRound, type Schedule } from '../../../src/plan/hr/proposal.js';
import { testConfig } from '../../bot/support/stage.js';

const { rounds: usual } = testConfig();
const at = (day: string, schedule: Schedule = usual) => proposeRound(new Date(`${day}T10:00:00Z`), schedule);

describe('the round that a day asks for', () => {
  it.each([
    ['2026-01-10', 'VB', 2025, '2026-01-30'],
    // The last of January 2027 is a Sunday.
    ['2026-11-20', 'VB', 2026, '2027-01-29'],
    ['2026-03-01', 'T1', 2026, '2026-04-30'],
    ['2026-04-15', 'T1', 2026, '2026-04-30'],
    ['2026-06-01', 'T2', 2026, '2026-08-31'],
    ['2026-08-30', 'T2', 2026, '2026-08-31'],
  ])('%s: %s %i until %s', (day, period, year, deadline) => {
    expect(at(day)).toEqual({ period, year, deadline });
  });

  it('gives ten working days where the usual day has come', () => {
    // Over the first of May and the day of the Ascension.
    expect(at('2026-05-04')).toEqual({ period: 'T1', year: 2026, deadline: '2026-05-19' });
    expect(at('2026-04-30').deadline).toBe('2026-05-18');
    expect(at('2026-02-02')).toEqual({ period: 'VB', year: 2025, deadline: '2026-02-16' });
    expect(proposeDeadline({ period: 'löpande', year: 2026 }, '2026-03-02', usual)).toBe('2026-03-16');
  });

  it('follows the instructions of the year, which are settings', () => {
    const { rounds } = testConfig({
      ROUND_DEADLINES: 'T1=05-04,T2=09-05,VB=01-15',
      ROUND_MONTHS: 'T1=4,T2=7,VB=11',
      ROUND_WORKING_DAYS: '5',
    });
    expect(at('2026-03-31', rounds)).toEqual({ period: 'VB', year: 2025, deadline: '2026-04-09' });
    expect(at('2026-04-01', rounds)).toEqual({ period: 'T1', year: 2026, deadline: '2026-05-04' });
    // The fifth of September 2026 is a Saturday.
    expect(at('2026-10-31', rounds)).toMatchObject({ period: 'T2', year: 2026 });
    expect(at('2026-07-01', rounds)).toEqual({ period: 'T2', year: 2026, deadline: '2026-09-04' });
    expect(at('2026-11-01', rounds)).toEqual({ period: 'VB', year: 2026, deadline: '2027-01-15' });
  });

  it('is that of Stockholm, not of the computer', () => {
    expect(proposeRound(new Date('2026-02-28T23:30:00Z'), usual).period).toBe('T1');
  });

  it('has the first name that no other has', () => {
    const about = { period: 'löpande', year: 2026 } as const;
    expect(freeTitle(about, new Set())).toBe('Löpande 2026');
    expect(freeTitle(about, new Set(['löpande 2026', 'löpande 2026 (2)']))).toBe('Löpande 2026 (3)');
  });
});
