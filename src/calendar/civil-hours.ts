import type { IsoDate } from './iso-date.js';
import { stockholmDate } from './stockholm-date.js';
import { stockholmMoment, stockholmTime } from './stockholm-time.js';
import { addWorkingDays, isWorkingDay } from './working-days.js';

/** When a bot may write to people unasked: from 08:00, and no longer at 17:00, Stockholm time, on working days. */
export const CIVIL_HOURS = { from: '08:00', to: '17:00' } as const;

/** Whether people may be written to unasked at this moment. */
export function isCivil(at: Date): boolean {
  const time = stockholmTime(at);
  return isWorkingDay(stockholmDate(at)) && CIVIL_HOURS.from <= time && time < CIVIL_HOURS.to;
}

/** The moment itself when it is civil, else the next 08:00 of a working day. */
export function nextCivilMoment(at: Date): Date {
  return isCivil(at) ? at : stockholmMoment(nextCivilDay(at), CIVIL_HOURS.from);
}

function nextCivilDay(at: Date): IsoDate {
  const today = stockholmDate(at);
  return isWorkingDay(today) && stockholmTime(at) < CIVIL_HOURS.from ? today : addWorkingDays(today, 1);
}
