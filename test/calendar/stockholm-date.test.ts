import { expect, it } from 'vitest';
import { stockholmDate } from '../../src/calendar/index.js';

it.each([
  ['2026-03-01T12:00:00Z', '2026-03-01'],
  ['2026-02-28T22:59:59Z', '2026-02-28'],
  ['2026-02-28T23:00:00Z', '2026-03-01'],
  ['2026-07-31T21:59:59Z', '2026-07-31'],
  ['2026-07-31T22:00:00Z', '2026-08-01'],
  ['2026-12-31T23:00:00Z', '2027-01-01'],
])('at %s it is %s in Stockholm, winter and summer', (at, date) => {
  expect(stockholmDate(new Date(at))).toBe(date);
});
