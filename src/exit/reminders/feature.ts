import type { FeaturePart } from '../../broadcast/index.js';
import type { ExitCase } from '../case/exit-case.js';
import { createDaily, type DailyParts, EXIT_DAILY_JOB } from './daily.js';
import { EXIT_REMINDER } from './remind.js';

export interface ExitReminders extends FeaturePart {
  /** A case was opened: its organisation has daily work from now on. */
  readonly onOpened: (exitCase: Pick<ExitCase, 'organisation'>) => Promise<void>;
  /** At the start of the bot. */
  readonly catchUp: () => Promise<void>;
}

/** The daily work on exit cases, and the one card a day that reminds of what is left. */
export function createExitReminders(parts: DailyParts): ExitReminders {
  const daily = createDaily(parts);
  return {
    actions: [],
    commands: [],
    composers: { [EXIT_REMINDER]: daily.compose },
    jobs: { [EXIT_DAILY_JOB]: daily.run },
    onOpened: ({ organisation }) => daily.schedule(organisation),
    catchUp: () => daily.scheduleAll(),
  };
}
