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

const monthIndex = (year: string, month: string) => Number(year) * 12 + Number(month) - 1;

/** Reads the notation of knowledge/statistics (see observationSchema); undefined when it is none. */
export function parsePeriod(notation: string): Period | undefined {
  const period = (type: Period['type'], first: number, last: number): Period => ({ type, first, last, notation });
  let match = /^(\d{4})$/.exec(notation);
  if (match) return period('year', monthIndex(match[1]!, '1'), monthIndex(match[1]!, '12'));
  match = /^(\d{4})-T([123])$/.exec(notation);
  if (match) {
    const first = monthIndex(match[1]!, '1') + (Number(match[2]) - 1) * 4;
    return period('tertial', first, first + 3);
  }
  match = /^(@?)(\d{4})-(0[1-9]|1[0-2])(?:-\d{2})?$/.exec(notation);
  if (match) {
    const at = monthIndex(match[2]!, match[3]!);
    return period(match[1] === '@' ? 'as-of' : 'month', at, at);
  }
  match = /^@(\d{4})$/.exec(notation);
  if (match) return period('as-of', monthIndex(match[1]!, '1'), monthIndex(match[1]!, '12'));
  match = /^R12:(\d{4})-(0[1-9]|1[0-2])$/.exec(notation);
  if (match) {
    const last = monthIndex(match[1]!, match[2]!);
    return period('r12', last - 11, last);
  }
  match = /^(\d{4})(?:-(0[1-9]|1[0-2]))?\/(\d{4})(?:-(0[1-9]|1[0-2]))?$/.exec(notation);
  if (match) return period('span', monthIndex(match[1]!, match[2] ?? '1'), monthIndex(match[3]!, match[4] ?? '12'));
  return undefined;
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
      if (!period.notation.includes('-')) return locale === 'sv' ? `per ${year}` : `as of ${year}`;
      return `${locale === 'sv' ? 'per' : 'as of'} ${month(period.last)}`;
    case 'r12':
      return `${month(period.first)}–${month(period.last)} (R12)`;
    case 'span':
      return period.first % 12 === 0 && period.last % 12 === 11
        ? `${Math.floor(period.first / 12)}–${year}`
        : `${month(period.first)}–${month(period.last)}`;
  }
}
