/** From a first to a last day, both included, as ISO text. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 24 * 3600 * 1000;

/** The day, or undefined when the calendar has none: dayOf(2019, 2, 30). */
export function dayOf(year: number, month: number, day: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? isoDay(at) : undefined;
}

/** Whole months of one year, 1-12: months(2020, 5, 8) is tertial 2. A last month over 12 is one of the next year. */
export function months(year: number, first: number, last = first): Span {
  return { from: isoDay(new Date(Date.UTC(year, first - 1, 1))), to: isoDay(new Date(Date.UTC(year, last, 0))) };
}

/** A week by ISO 8601, as Sweden counts them: week 1 holds 4 January. Undefined for a week that the year does not have. */
export function week(year: number, number: number): Span | undefined {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = new Date(fourth.getTime() + ((number - 1) * 7 - ((fourth.getUTCDay() + 6) % 7)) * DAY_MS);
  const thursday = new Date(monday.getTime() + 3 * DAY_MS);
  if (number < 1 || thursday.getUTCFullYear() !== year) return undefined;
  return { from: isoDay(monday), to: isoDay(new Date(monday.getTime() + 6 * DAY_MS)) };
}

export function dayBefore(day: string): string {
  return isoDay(new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS));
}

/** The first, second or last third, in whole days: the end of a year is September to December, that of a month its last ten days. */
export function third(span: Span, part: 0 | 1 | 2): Span {
  const [start, end] = [Date.parse(`${span.from}T00:00:00Z`), Date.parse(`${span.to}T00:00:00Z`) + DAY_MS];
  const size = (end - start) / 3;
  const cut = (at: number) => isoDay(new Date(Math.round(at / DAY_MS) * DAY_MS));
  return { from: cut(start + part * size), to: dayBefore(cut(start + (part + 1) * size)) };
}

function isoDay(at: Date): string {
  return at.toISOString().slice(0, 10);
}
