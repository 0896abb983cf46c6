import type { Locale } from '../../calendar/index.js';
import { learnedName } from '../round/index.js';
import type { RoundSummary } from './summary.js';
import { standsIn } from './wording.js';
import { SAID_OF_ACTIVITIES } from './words.js';

/** An activity that HR tied to a reason why people leave, and how it stands in the round. */
export interface LearnedRow {
  /** "introduktion (T1 2026)" */
  readonly reason: string;
  readonly activity: string;
  readonly stands: string;
}

/** One row a tie, in the order of the plans. */
export function learnedRows({ spread }: Pick<RoundSummary, 'spread'>, locale: Locale): LearnedRow[] {
  return spread.flatMap(({ asked, counts }) =>
    (asked.learned ?? []).map((one) => ({
      reason: learnedName(locale, one),
      activity: asked.text,
      stands: standsIn(locale, counts, SAID_OF_ACTIVITIES).join(', '),
    })),
  );
}
