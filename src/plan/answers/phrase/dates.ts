import { dayText, type Locale } from '../../../calendar/index.js';
import type { Due } from '../../due/due.js';

export { dayText };

/** When an activity should be done, by the typed date and never by what the plan's words may mean. */
export function dueText(due: Due, locale: Locale): string {
  const isSwedish = locale === 'sv';
  const day = (iso: string) => dayText(iso, locale);
  switch (due.kind) {
    case 'none':
      return isSwedish ? 'planen säger inte när' : 'the plan does not say when';
    case 'period':
      return isSwedish ? `klart senast ${day(due.to)}` : `done by ${day(due.to)}`;
    case 'ongoing':
      if (due.to === undefined) return isSwedish ? 'löpande' : 'ongoing';
      return isSwedish ? `löpande till ${day(due.to)}` : `ongoing until ${day(due.to)}`;
    case 'unclear':
      return isSwedish ? `planen skriver ”${due.as}”` : `the plan says “${due.as}”`;
  }
}
