import { type IsoDate, yearAndMonthOf } from './iso-date.js';

/**
 * The city's follow-ups of a year, in order: tertialrapport 1 (as of 30 April), tertialrapport 2 with delårsbokslut (as of
 * 31 August) and verksamhetsberättelse, the annual report (as of 31 December). When each is due is set by the budget
 * department's instructions of the year, so that is a setting.
 */
export const FOLLOW_UPS = ['T1', 'T2', 'VB'] as const;
export type FollowUp = (typeof FOLLOW_UPS)[number];

/** A third of a calendar year: 1 January to April, 2 May to August, 3 September to December. */
export interface Tertial {
  readonly year: number;
  readonly tertial: 1 | 2 | 3;
  /** Its first and last day, both included. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** The follow-up at its end. */
  readonly followUp: FollowUp;
}

const TERTIALS = [
  { tertial: 1, from: '01-01', to: '04-30', followUp: 'T1' },
  { tertial: 2, from: '05-01', to: '08-31', followUp: 'T2' },
  { tertial: 3, from: '09-01', to: '12-31', followUp: 'VB' },
] as const;

/** The tertial that a day lies in. Throws RangeError for no day. */
export function tertialOf(isoDate: IsoDate): Tertial {
  const { year, month } = yearAndMonthOf(isoDate);
  return placed(year, TERTIALS[Math.floor((month - 1) / 4)]!);
}

/** The tertial at whose end a follow-up is made: 2026 and T2 -> May to August 2026. */
export function tertialBefore(year: number, followUp: FollowUp): Tertial {
  return placed(year, TERTIALS[FOLLOW_UPS.indexOf(followUp)]!);
}

function placed(year: number, { from, to, ...rest }: (typeof TERTIALS)[number]): Tertial {
  return { year, ...rest, from: `${year}-${from}`, to: `${year}-${to}` };
}
