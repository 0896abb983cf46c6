import type { Locale } from '../../calendar/index.js';
import { type Counts, countOf, silentOf, wholeShares } from './counts.js';
import { reportTexts } from './texts.js';
import { SAID_OF_ACTIVITIES, saidIn } from './words.js';

/** The statuses of activities and silence, each with its count and its whole per cent; together 100 %. */
export function statusBars(
  activities: Counts,
  locale: Locale,
): readonly { readonly label: string; readonly count: number; readonly percent: number }[] {
  const parts = [
    ...SAID_OF_ACTIVITIES.map((said) => ({ label: saidIn(locale, said), count: countOf(activities, said) })),
    { label: reportTexts[locale].silent, count: silentOf(activities) },
  ];
  const shares = wholeShares(parts.map(({ count }) => count));
  return parts.map((part, at) => ({ ...part, percent: shares[at]! }));
}
