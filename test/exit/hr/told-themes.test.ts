import { expect, it } from 'vitest';
import { tertialOf } from '../../../src/calendar/index.js';
import { toldThemes } from '../../../src/exit/hr/told-themes.js';

const SECOND = tertialOf('2026-06-30');
const COUNTS = [
  { tertial: '2026-T2', theme: 'R2', count: 5 },
  { tertial: '2026-T2', theme: 'R5', count: 9 },
  { tertial: '2026-T2', theme: 'R7', count: 4 },
  { tertial: '2026-T1', theme: 'R1', count: 8 },
];

it('tells the themes of the tertial that were named five times or more, the most frequent first', () => {
  expect(toldThemes(COUNTS, SECOND, '2027-01-01')).toEqual([
    { theme: 'R5', count: 9 },
    { theme: 'R2', count: 5 },
  ]);
});

it('tells none before every conversation of the tertial is counted', () => {
  // 31 August and 90 days are 29 November, counted in the night after, or in the next one.
  expect(toldThemes(COUNTS, SECOND, '2026-12-01')).toEqual([]);
  expect(toldThemes(COUNTS, SECOND, '2026-12-02')).toHaveLength(2);
});
