import { addWorkingDays, isWorkingDay, stockholmDate, stockholmMoment } from '../../calendar/index.js';

/** Civil, and not the first thing in the morning. */
const AT = '09:00';
/** Two working days before, so that somebody who is away for a day still has one. */
const DAYS_BEFORE = 2;

/** One occasion on which those who have not answered are reminded. `name` tells it from the others of the same broadcast. */
export interface Occasion {
  readonly name: 'before' | 'after';
  readonly at: Date;
}

/**
 * When to remind of a deadline: at nine two working days before it, and at nine on the first working day after it. An occasion
 * before the working day after the card was sent is left out: nobody is reminded of what came today.
 */
export function reminderOccasions({
  sentAt,
  deadline,
}: {
  readonly sentAt: Date;
  readonly deadline: Date;
}): Occasion[] {
  const last = stockholmDate(deadline);
  const lastWorkingDay = isWorkingDay(last) ? last : addWorkingDays(last, -1);
  const occasions: Occasion[] = [
    { name: 'before', at: stockholmMoment(addWorkingDays(lastWorkingDay, -DAYS_BEFORE), AT) },
    { name: 'after', at: stockholmMoment(addWorkingDays(last, 1), AT) },
  ];
  const earliest = stockholmMoment(addWorkingDays(stockholmDate(sentAt), 1), AT);
  return occasions.filter(({ at }) => at >= earliest);
}

/** The next day's occasion for those who had been reminded of something else today. */
export function dayAfter(now: Date): Date {
  return stockholmMoment(addWorkingDays(stockholmDate(now), 1), AT);
}
