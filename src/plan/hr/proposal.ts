import {
  addWorkingDays,
  type IsoDate,
  previousWorkingDay,
  stockholmDate,
  tertialBefore,
} from '../../calendar/index.js';
import type { FOLLOW_UPS } from '../plan.js';

export type Period = (typeof FOLLOW_UPS)[number];

/** What a new round is about when HR says nothing else. */
export interface Proposal {
  readonly period: Period;
  readonly year: number;
  readonly deadline: IsoDate;
}

/**
 * Which follow-up is asked about in each month (domain page 3.2): the annual report of the year before in January and February, T1
 * until it is handed in in May, T2 until it is in September, then the annual report of the year.
 */
const ASKED_IN: readonly Period[] = ['VB', 'VB', 'T1', 'T1', 'T1', 'T2', 'T2', 'T2', 'T2', 'VB', 'VB', 'VB'];
const MONTHS_OF_LAST_YEAR = 2;
/** Two weeks to answer where the year sets no day, or its day is over. */
const WORKING_DAYS_TO_ANSWER = 10;

/** The round that this day asks for. Pure. */
export function proposeRound(now: Date): Proposal {
  const today = stockholmDate(now);
  const [year, month] = today.split('-').map(Number) as [number, number];
  const period = ASKED_IN[month - 1]!;
  const about = month <= MONTHS_OF_LAST_YEAR ? year - 1 : year;
  return { period, year: about, deadline: proposeDeadline(period, about, today) };
}

/**
 * The last day to answer. Owners are asked until the tertial's end, for the annual report until the end of January (domain page 3.2);
 * a working day always. Where that day has come, or löpande has none, two weeks from today.
 */
export function proposeDeadline(period: Period, year: number, today: IsoDate): IsoDate {
  const day = period === 'löpande' ? undefined : previousWorkingDay(endOfAsking(period, year));
  return day !== undefined && day > today ? day : addWorkingDays(today, WORKING_DAYS_TO_ANSWER);
}

function endOfAsking(period: 'T1' | 'T2' | 'VB', year: number): IsoDate {
  return period === 'VB' ? `${year + 1}-01-31` : tertialBefore(year, period).to;
}

/** "T1 2026": what people call a round of this period when it has no name of its own. */
export function usualTitle({ period, year }: Pick<Proposal, 'period' | 'year'>): string {
  return `${period === 'löpande' ? 'Löpande' : period} ${year}`;
}

/** The first usual title that no other round has: "T1 2026", "T1 2026 (2)". */
export function freeTitle(about: Pick<Proposal, 'period' | 'year'>, taken: ReadonlySet<string>): string {
  const usual = usualTitle(about);
  let title = usual;
  for (let n = 2; taken.has(title.toLowerCase()); n += 1) title = `${usual} (${n})`;
  return title;
}

const USUAL = /^(?:T1|T2|VB|Löpande) \d{4}(?: \(\d+\))?$/i;

/** Whether a title is one of the usual ones, and so follows the period that is chosen instead of being somebody's own. */
export function isUsualTitle(title: string): boolean {
  return USUAL.test(title);
}
