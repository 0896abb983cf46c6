import { describe, expect, it } from 'vitest';
import { parsePeriod, periodText, yearOf } from '../../src/ask/period.js';

const month = (year: number, number: number) => year * 12 + number - 1;

describe('parsePeriod', () => {
  it.each([
    ['2024', 'year', month(2024, 1), month(2024, 12)],
    ['2024-06', 'month', month(2024, 6), month(2024, 6)],
    ['2024-T1', 'tertial', month(2024, 1), month(2024, 4)],
    ['2024-T2', 'tertial', month(2024, 5), month(2024, 8)],
    ['2024-T3', 'tertial', month(2024, 9), month(2024, 12)],
    ['@2023', 'as-of', month(2023, 1), month(2023, 12)],
    ['@2024-06', 'as-of', month(2024, 6), month(2024, 6)],
    ['@2024-02-29', 'as-of', month(2024, 2), month(2024, 2)],
    ['R12:2024-06', 'r12', month(2023, 7), month(2024, 6)],
    ['R12:2024-12', 'r12', month(2024, 1), month(2024, 12)],
    ['2024-01/2024-10', 'span', month(2024, 1), month(2024, 10)],
    ['2024/2026', 'span', month(2024, 1), month(2026, 12)],
    ['2023-11/2024', 'span', month(2023, 11), month(2024, 12)],
  ])('reads %s as %s', (notation, type, first, last) => {
    expect(parsePeriod(notation)).toEqual({ type, first, last, notation });
  });

  it.each([
    ['', '24', '20244', '0000', '2024-', '2024-00', '2024-13', '2024-6', ' 2024', '2024 ', '2024-06-30'],
    ['2024-T0', '2024-T4', '2024-t1', 'T1 2024', 'R12', 'R12:2024', 'r12:2024-06', 'R12:2024-13', 'R12:@2024-06'],
    ['@', '@24', '@2024-13', '@2024-02-30', '@2023-02-29', '@2024-06-00', '@2024-06-31', '@2024-06-1', '@2024-T1'],
    ['2024/', '/2024', '2024/2023', '2024-10/2024-01', '2024-01/2024-13', '2024-01-2024-10', '2024/2025/2026'],
    ['juni 2024', 'nu', '2024\n'],
  ])('refuses %s and the like', (...notations) => {
    for (const notation of notations) expect([notation, parsePeriod(notation)]).toEqual([notation, undefined]);
  });
});

describe('yearOf', () => {
  it.each([
    ['2024', 2024],
    ['2024-T3', 2024],
    ['2024-12', 2024],
    ['@2023', 2023],
    ['R12:2024-06', 2024],
    ['R12:2025-01', 2025],
    ['2024/2026', 2026],
  ])('takes %s for the year it ends in, %i', (notation, year) => {
    expect(yearOf(parsePeriod(notation)!)).toBe(year);
  });
});

describe('periodText', () => {
  it.each([
    ['2024', '2024', '2024'],
    ['2024-01', 'januari 2024', 'January 2024'],
    ['2024-12', 'december 2024', 'December 2024'],
    ['2024-T1', 'tertial 1 2024', 'tertial 1 2024'],
    ['2024-T3', 'tertial 3 2024', 'tertial 3 2024'],
    ['@2023', 'per 2023', 'as of 2023'],
    ['@2024-06', 'per juni 2024', 'as of June 2024'],
    ['@2024-06-30', 'per 30 juni 2024', 'as of 30 June 2024'],
    ['@2024-05-01', 'per 1 maj 2024', 'as of 1 May 2024'],
    ['R12:2024-06', 'juli 2023–juni 2024 (R12)', 'July 2023–June 2024 (R12)'],
    ['2024-01/2024-10', 'januari 2024–oktober 2024', 'January 2024–October 2024'],
    ['2023-11/2024', 'november 2023–december 2024', 'November 2023–December 2024'],
    ['2024/2026', '2024–2026', '2024–2026'],
    ['2024-01/2024-12', '2024', '2024'],
    ['2024-05/2024-05', 'maj 2024', 'May 2024'],
  ])('writes %s as "%s" and "%s"', (notation, sv, en) => {
    const period = parsePeriod(notation)!;
    expect([periodText(period, 'sv'), periodText(period, 'en')]).toEqual([sv, en]);
  });
});
