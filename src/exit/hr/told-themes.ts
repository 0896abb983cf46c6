import { addDays, type IsoDate, type Tertial } from '../../calendar/index.js';
import { type ThemeCount, THEMES_DAYS } from '../talk/themes.js';
import { SMALLEST_TOLD } from './hide-small.js';

/** The nightly job counts a conversation's themes the day after their 90 days; one more day for a night that was missed. */
const SETTLED_DAYS = THEMES_DAYS + 2;

/**
 * Which themes of the exit conversations may be told of a tertial, the most frequent first: none before every conversation of it
 * is counted (the difference between two days would be one conversation), and none that was named fewer than five times. Pure.
 */
export function toldThemes(
  counts: readonly Pick<ThemeCount, 'tertial' | 'theme' | 'count'>[],
  { year, tertial, to }: Tertial,
  today: IsoDate,
): readonly { readonly theme: string; readonly count: number }[] {
  if (addDays(to, SETTLED_DAYS) >= today) return [];
  return counts
    .filter((one) => one.tertial === `${year}-T${tertial}` && one.count >= SMALLEST_TOLD)
    .map(({ theme, count }) => ({ theme, count }))
    .sort((a, b) => b.count - a.count);
}
