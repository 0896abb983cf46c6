import {
  addWorkingDays,
  type FollowUp,
  type IsoDate,
  previousWorkingDay,
  stockholmDate,
  yearAndMonthOf,
} from '../../calendar/index.js';
import type { FOLLOW_UPS } from '../plan.js';

export type Period = (typeof FOLLOW_UPS)[number];

/** What a new round is about when HR says nothing else. */
export interface Proposal {
  readonly period: Period;
  readonly year: number;
  readonly deadline: IsoDate;
}

/** What the year says of follow-ups. Settings, since the budget department's instructions set it anew each year (domain page 3.2). */
export interface Schedule {
  /** The last day to answer, MM-DD; that of VB lies in the year after. */
  readonly deadlines: Readonly<Record<FollowUp, string>>;
  /** The month, 1 to 12 and in order, from which on a follow-up is the one that is asked about; VB until the next year's T1. */
  readonly months: Readonly<Record<FollowUp, number>>;
  /** How many there are to answer where the year sets no day, or its day is over. */
  readonly workingDays: number;
}

/** The round that this day asks for. Pure. */
export function proposeRound(now: Date, schedule: Schedule): Proposal {
  const today = stockholmDate(now);
  const { year, month } = yearAndMonthOf(today);
  const { T1, T2, VB } = schedule.months;
  const period = month < T1 || month >= VB ? 'VB' : month < T2 ? 'T1' : 'T2';
  const about = month < T1 ? year - 1 : year;
  return { period, year: about, deadline: proposeDeadline({ period, year: about }, today, schedule) };
}

/** The last day to answer: that of the schedule, a working day always; where it has come, or löpande has none, so many days from today. */
export function proposeDeadline(
  { period, year }: Pick<Proposal, 'period' | 'year'>,
  today: IsoDate,
  { deadlines, workingDays }: Schedule,
): IsoDate {
  const day =
    period === 'löpande' ? undefined : previousWorkingDay(`${period === 'VB' ? year + 1 : year}-${deadlines[period]}`);
  return day !== undefined && day > today ? day : addWorkingDays(today, workingDays);
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
