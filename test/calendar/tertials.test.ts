import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, FOLLOW_UPS, tertialBefore, tertialOf } from '../../src/calendar/index.js';

const T1 = { year: 2026, tertial: 1, from: '2026-01-01', to: '2026-04-30', followUp: 'T1' };
const T2 = { year: 2026, tertial: 2, from: '2026-05-01', to: '2026-08-31', followUp: 'T2' };
const T3 = { year: 2026, tertial: 3, from: '2026-09-01', to: '2026-12-31', followUp: 'VB' };

describe('tertialOf', () => {
  it.each([
    ['2026-01-01', T1],
    ['2026-04-30', T1],
    ['2026-05-01', T2],
    ['2026-08-31', T2],
    ['2026-09-01', T3],
    ['2026-12-31', T3],
  ])('%s', (day, expected) => {
    expect(tertialOf(day)).toEqual(expected);
  });

  it('holds its day, and the next one begins where it ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const day = addDays('2010-01-01', days);
        const tertial = tertialOf(day);
        expect(tertial.from <= day && day <= tertial.to).toBe(true);
        expect(tertialOf(addDays(tertial.to, 1)).from).toBe(addDays(tertial.to, 1));
      }),
    );
  });

  it('refuses what is no day', () => {
    expect(() => tertialOf('2026-00-10')).toThrow(RangeError);
  });
});

it('each follow-up of a year is about the tertial before it', () => {
  expect(FOLLOW_UPS.map((followUp) => tertialBefore(2026, followUp))).toEqual([T1, T2, T3]);
});
