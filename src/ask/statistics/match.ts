import type { ObservationKind } from '../knowledge.js';
import { yearOf, type Period } from '../period.js';
import type { KindWish, Time } from './reading.js';
import type { Figure } from './store.js';

/** Whether a figure's period is the time that was named. A year names what ends in it, or a span of years around it. */
export function isAt(period: Period, time: Time): boolean {
  if (time.tertial !== undefined)
    return period.type === 'tertial' && yearOf(period) === time.year && (period.first % 12) / 4 + 1 === time.tertial;
  if (time.month !== undefined) {
    const at = time.year * 12 + time.month;
    // A day of an unknown month ("per 2023") may be of this one; a whole year or ten months tell nothing of one of them.
    if (period.type === 'as-of') return period.first <= at && at <= period.last;
    return period.last === at && period.type !== 'year' && (period.type !== 'span' || time.isSpan === true);
  }
  const isLongSpan = period.type === 'span' && period.last - period.first >= 12;
  return (
    yearOf(period) === time.year || (isLongSpan && period.first <= time.year * 12 + 11 && period.last >= time.year * 12)
  );
}

const GOALS: readonly ObservationKind[] = ['årsmål', 'mål', 'KF:s årsmål'];

/** The kinds of observation that answer a wish, the best first. */
export function kindsFor(wish: KindWish): readonly ObservationKind[] {
  switch (wish) {
    case 'outcome':
      return ['utfall'];
    case 'target':
      return GOALS;
    case 'annual':
      // The council's own stands where no other is set; the answer says whose it is.
      return ['årsmål', 'mål', 'KF:s årsmål'];
    case 'council':
      return ['KF:s årsmål'];
    case 'forecast':
      return ['prognos'];
  }
}

export function isGoal({ observation }: Figure): boolean {
  return GOALS.includes(observation.kind);
}

/** The figure about the latest time; of equally late ones the first in the file. */
export function latest(figures: readonly Figure[]): Figure | undefined {
  return figures.reduce<Figure | undefined>(
    (best, figure) => (best && best.period.last >= figure.period.last ? best : figure),
    undefined,
  );
}

export function samePopulation(a: Figure, b: Figure): boolean {
  return a.observation.population === b.observation.population;
}

export function sameBreakdown(a: Figure, b: Figure): boolean {
  return a.observation.breakdown === b.observation.breakdown;
}

export function sameTime(a: Figure, b: Figure): boolean {
  return a.period.notation === b.period.notation;
}

/** Whether two periods measure alike, so that a difference says something: same type and same length. */
export function areComparable(a: Period, b: Period): boolean {
  return a.type === b.type && a.last - a.first === b.last - b.first;
}
