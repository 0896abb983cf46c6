import { describe, expect, it } from 'vitest';
import { freeTitle, proposeDeadline, proposeRound } from '../../../src/plan/hr/proposal.js';

const at = (day: string) => proposeRound(new Date(`${day}T10:00:00Z`));

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
    expect(proposeDeadline('löpande', 2026, '2026-03-02')).toBe('2026-03-16');
  });

  it('is that of Stockholm, not of the computer', () => {
    expect(proposeRound(new Date('2026-02-28T23:30:00Z')).period).toBe('T1');
  });

  it('has the first name that no other has', () => {
    const about = { period: 'löpande', year: 2026 } as const;
    expect(freeTitle(about, new Set())).toBe('Löpande 2026');
    expect(freeTitle(about, new Set(['löpande 2026', 'löpande 2026 (2)']))).toBe('Löpande 2026 (3)');
  });
});
