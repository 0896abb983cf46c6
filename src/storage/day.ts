import { z } from 'zod';

/** A calendar day without time, kept as the moment at which it begins in UTC, so that retention can count from it. */
export const dayColumn = z.coerce.date();

/** 2026-03-01 -> the date of the column. */
export function fromDay(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

export function toDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The months that the days from `from` to `to` fall into: 2026-02-28, 2026-03-01 -> 2026-02, 2026-03. */
export function monthsOf(from: string, to: string): string[] {
  const months: string[] = [];
  const month = fromDay(`${from.slice(0, 7)}-01`);
  for (; toDay(month).slice(0, 7) <= to.slice(0, 7); month.setUTCMonth(month.getUTCMonth() + 1))
    months.push(toDay(month).slice(0, 7));
  return months;
}
