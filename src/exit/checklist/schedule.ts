import { addDays, type IsoDate, nextWorkingDay, previousWorkingDay } from '../../calendar/index.js';
import type { ChecklistItem, ExitKind } from './item.js';

/** The days of a case, all of the Stockholm calendar. */
export interface ExitDays {
  /** When the notice came; of a fixed-term employment, which has none, the day the case was opened. */
  readonly notice: IsoDate;
  readonly lastWorkingDay: IsoDate;
  readonly lastDay: IsoDate;
  /** When the case was opened: nothing is due before. */
  readonly opened: IsoDate;
}

/**
 * When an item is due (domain page 1.3): so many days from its anchor, but not before the notice has lain for its lag, and always
 * on a working day: the one before, or after for what comes after the end. A short notice pushes the early items together into its
 * first days; the lag yields where it would lead past the anchor.
 */
export function dueDay(
  { anchor, offset, offsets, lag }: Pick<ChecklistItem, 'anchor' | 'offset' | 'offsets' | 'lag'>,
  kind: ExitKind,
  { notice, lastWorkingDay, lastDay, opened }: ExitDays,
): IsoDate {
  const anchorDay = anchor === 'arbetsdag' ? lastWorkingDay : lastDay;
  const days = offsets[kind] ?? offset;
  const wanted = addDays(anchorDay, days);
  const lagged = addDays(notice, lag);
  const floor = latest(opened, days > 0 ? lagged : earliest(lagged, anchorDay));
  const day = latest(wanted, floor);
  const working = days > 0 ? nextWorkingDay(day) : previousWorkingDay(day);
  return working < floor ? nextWorkingDay(floor) : working;
}

/** Whether the checklist calls what is left of an item urgent on a day: so near the last day of employment, whenever it is due. */
export function isUrgentOn({ urgent }: Pick<ChecklistItem, 'urgent'>, lastDay: IsoDate, today: IsoDate): boolean {
  return urgent !== undefined && today >= addDays(lastDay, urgent);
}

function latest(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b;
}

function earliest(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b;
}
