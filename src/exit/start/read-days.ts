import { addDays, type IsoDate } from '../../calendar/index.js';
import type { ExitKind } from '../checklist/item.js';

/** The three days that are asked for. */
export const DAYS = ['notice', 'lastWorkingDay', 'lastDay'] as const;
export type DayField = (typeof DAYS)[number];
export type TypedDays = Readonly<Record<DayField, string>>;
export type CaseDays = Readonly<Record<DayField, IsoDate>>;

export type DayFault =
  'missing' | 'unreadable' | 'past' | 'too-far' | 'notice-ahead' | 'notice-old' | 'notice-late' | 'working-late';
export type DayFaults = Readonly<Partial<Record<DayField, DayFault>>>;

/** Nobody plans further ahead, and a notice is not older. */
const MOST_DAYS = 366;

export interface DaysAbout {
  readonly kind: ExitKind;
  readonly today: IsoDate;
  /** The days of the case before a change: what stays as it was is not refused for lying behind. */
  readonly before?: CaseDays;
}

/**
 * Reads the days as they were typed, and tells one fault a field, each of them at once. A fixed-term employment has no notice: the day
 * on which the case is opened stands for it (domain page 1.3). Pure.
 */
export function readDays(typed: TypedDays, { kind, today, before }: DaysAbout): CaseDays | { faults: DayFaults } {
  const isFixedTerm = kind === 'visstid';
  const days: CaseDays = {
    notice: isFixedTerm ? (before?.notice ?? today) : typed.notice.trim(),
    lastWorkingDay: typed.lastWorkingDay.trim(),
    lastDay: typed.lastDay.trim(),
  };
  const faults: Partial<Record<DayField, DayFault>> = {};
  for (const field of DAYS) {
    const day = days[field];
    const isKept = day === before?.[field];
    const fault = formFault(day) ?? (isKept ? undefined : rangeFault(field, day, today));
    if (fault) faults[field] = fault;
  }
  if (!faults.lastDay && !faults.notice && days.notice > days.lastDay) faults.notice = 'notice-late';
  if (!faults.lastDay && !faults.lastWorkingDay && days.lastWorkingDay > days.lastDay)
    faults.lastWorkingDay = 'working-late';
  return Object.keys(faults).length > 0 ? { faults } : days;
}

function formFault(day: string): DayFault | undefined {
  if (day === '') return 'missing';
  try {
    addDays(day, 0);
    return /^\d{4}-\d\d-\d\d$/.test(day) ? undefined : 'unreadable';
  } catch (error) {
    if (error instanceof RangeError) return 'unreadable';
    throw error;
  }
}

function rangeFault(field: DayField, day: IsoDate, today: IsoDate): DayFault | undefined {
  if (field === 'notice') {
    if (day > today) return 'notice-ahead';
    return day < addDays(today, -MOST_DAYS) ? 'notice-old' : undefined;
  }
  if (day < today) return 'past';
  return day > addDays(today, MOST_DAYS) ? 'too-far' : undefined;
}
