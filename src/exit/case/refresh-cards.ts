import type { LiveCards } from '../../broadcast/index.js';
import type { Cases } from './cases.js';
import type { ExitCase } from './exit-case.js';
import { CASE_CARDS, subjectOfCase } from './subjects.js';

/** A case that is over has cards that could be stale for so long: the work of a day that was missed, and a weekend. */
const DAYS_AFTER = 7;
const DAY_MS = 24 * 3600 * 1000;

/**
 * Once a day, for the cases of an organisation: their cards are made anew. What is late is told by the day, and a process that died
 * right after it stored a change has told no card of it.
 */
export function refreshCards({ cases, liveCards }: RefreshParts) {
  return async (organisation: string, now: Date): Promise<void> => {
    for await (const exitCase of cases.list(organisation))
      if (mayBeStale(exitCase, now))
        for (const kind of CASE_CARDS) await liveCards.changed(subjectOfCase(exitCase, kind));
  };
}

export interface RefreshParts {
  readonly cases: Pick<Cases, 'list'>;
  readonly liveCards: Pick<LiveCards, 'changed'>;
}

function mayBeStale({ status, endedAt }: ExitCase, now: Date): boolean {
  return status === 'open' || (endedAt !== undefined && now.getTime() - endedAt.getTime() < DAYS_AFTER * DAY_MS);
}
