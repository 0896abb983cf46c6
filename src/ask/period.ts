import type { Locale } from '../calendar/index.js';

/**
 * A stretch or point of time that a figure is about, typed so that unlike periods are not compared by accident.
 * `first` and `last` are months as 12 * year + month (0-11), for order and overlap.
 */
export interface Period {
  readonly type: 'year' | 'month' | 'as-of' | 'r12' | 'tertial' | 'span';
  readonly first: number;
  readonly last: number;
  readonly notation: string;
}

const YEAR = '((?:19|20)\\d{2})';
const MONTH = '(0[1-9]|1[0-2])';
const EXACT_DAY = /^@\d{4}-\d{2}-\d{2}$/;

interface Notation {
  readonly type: Period['type'];
  readonly pattern: RegExp;
  /** First and last month from the parts that the pattern caught; years and months come in pairs. */
  readonly months: (
    year: string,
    part: string | undefined,
    year2: string,
    part2: string | undefined,
  ) => [number, number];
}

const monthIndex = (year: string, month: string) => Number(year) * 12 + Number(month) - 1;

/** The notation of knowledge/statistics, see observationSchema. */
const NOTATIONS: readonly Notation[] = [
  { type: 'year', pattern: new RegExp(`^${YEAR}$`), months: (year) => [monthIndex(year, '1'), monthIndex(year, '12')] },
  {
    type: 'tertial',
    pattern: new RegExp(`^${YEAR}-T([123])$`),
    months: (year, tertial) => [
      monthIndex(year, '1') + Number(tertial) * 4 - 4,
      monthIndex(year, '1') + Number(tertial) * 4 - 1,
    ],
  },
  {
    type: 'month',
    pattern: new RegExp(`^${YEAR}-${MONTH}$`),
    months: (year, month) => [monthIndex(year, month!), monthIndex(year, month!)],
  },
  {
    type: 'as-of',
    pattern: new RegExp(`^@${YEAR}(?:-${MONTH}(?:-\\d{2})?)?$`),
    months: (year, month) => [monthIndex(year, month ?? '1'), monthIndex(year, month ?? '12')],
  },
  {
    type: 'r12',
    pattern: new RegExp(`^R12:${YEAR}-${MONTH}$`),
    months: (year, month) => [monthIndex(year, month!) - 11, monthIndex(year, month!)],
  },
  {
    type: 'span',
    pattern: new RegExp(`^${YEAR}(?:-${MONTH})?/${YEAR}(?:-${MONTH})?$`),
    months: (year, month, year2, month2) => [monthIndex(year, month ?? '1'), monthIndex(year2, month2 ?? '12')],
  },
];

/** Reads a period; undefined when it is none, names no day of the calendar or ends before it begins. */
export function parsePeriod(notation: string): Period | undefined {
  for (const { type, pattern, months } of NOTATIONS) {
    const match = pattern.exec(notation);
    if (!match) continue;
    const [first, last] = months(match[1]!, match[2], match[3]!, match[4]);
    const isReal = first <= last && (!EXACT_DAY.test(notation) || isDate(notation.slice(1)));
    return isReal ? { type, first, last, notation } : undefined;
  }
  return undefined;
}

function isDate(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The calendar year that people mean when they name the period by a year: the year it ends in. */
export function yearOf(period: Period): number {
  return Math.floor(period.last / 12);
}

const MONTHS: Record<Locale, readonly string[]> = {
  sv: [
    'januari',
    'februari',
    'mars',
    'april',
    'maj',
    'juni',
    'juli',
    'augusti',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** The period as people read it: "juli 2023–juni 2024 (R12)", "per juni 2024", "2024", "tertial 1 2024". */
export function periodText(period: Period, locale: Locale): string {
  const month = (index: number) => `${MONTHS[locale][index % 12]} ${Math.floor(index / 12)}`;
  const year = String(yearOf(period));
  switch (period.type) {
    case 'year':
      return year;
    case 'tertial':
      return `tertial ${(period.first % 12) / 4 + 1} ${year}`;
    case 'month':
      return month(period.last);
    case 'as-of':
      return `${locale === 'sv' ? 'per' : 'as of'} ${asOfText(period.notation.slice(1), month(period.last))}`;
    case 'r12':
      return `${month(period.first)}–${month(period.last)} (R12)`;
    case 'span':
      return spanText(period, month);
  }
}

/** "2024", "juni 2024" or "30 juni 2024", as exact as the notation is. */
function asOfText(date: string, monthText: string): string {
  const [year, month, day] = date.split('-');
  if (month === undefined) return year!;
  return day === undefined ? monthText : `${Number(day)} ${monthText}`;
}

/** Whole years by their years, else by its months: "2024–2026", "januari 2024–oktober 2024". */
function spanText({ first, last }: Period, month: (index: number) => string): string {
  if (first === last) return month(first);
  if (first % 12 !== 0 || last % 12 !== 11) return `${month(first)}–${month(last)}`;
  const [from, to] = [Math.floor(first / 12), Math.floor(last / 12)];
  return from === to ? String(to) : `${from}–${to}`;
}
