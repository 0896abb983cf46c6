import { isCivil, isWorkingDay, nextCivilMoment, stockholmDate } from '../../calendar/index.js';
import type { JobHandler } from '../../jobs/index.js';
import type { ExitParts } from '../parts.js';
import { isOver } from './case-end.js';
import { openCases } from './in-hand.js';
import { AT, createRemind, type RemindParts } from './remind.js';

export const EXIT_DAILY_JOB = 'exit.daily';

/** What else is done once a day, at a civil hour, for the cases of an organisation; each may be called twice on a day. */
export type Daily = (organisation: string, now: Date) => Promise<void>;

export interface DailyParts extends RemindParts, Pick<ExitParts, 'jobs' | 'log'> {
  readonly onDaily: readonly Daily[];
}

/**
 * What happens each working day at nine for an organisation with cases: cases that are over end, then what the other parts do
 * daily, then the reminders. Outside civil hours nothing of it happens: what was missed is made up for once, at the next one.
 */
export function createDaily(parts: DailyParts) {
  const { cases, jobs, log, onDaily } = parts;
  const remind = createRemind(parts);

  async function endCases(organisation: string, now: Date): Promise<void> {
    const today = stockholmDate(now);
    for (const inHand of await openCases(parts, organisation))
      if (isOver(inHand, today))
        await cases.change(organisation, inHand.exitCase.id, (exitCase) =>
          exitCase.status === 'open' ? { ...exitCase, status: 'ended', endedAt: now } : undefined,
        );
  }

  /** One that fails keeps none of the others from its work; then all are tried again. */
  async function runAll(organisation: string, now: Date): Promise<void> {
    const failures: unknown[] = [];
    for (const step of [endCases, ...onDaily, remind.run])
      try {
        await step(organisation, now);
      } catch (error) {
        log.warn({ error, organisation }, 'a part of the daily work on exits failed; it is tried again');
        failures.push(error);
      }
    if (failures.length > 0) throw failures[0];
  }

  const run: JobHandler = async ({ organisation, dueAt }, now) => {
    if (isCivil(now)) return runAll(organisation, now);
    // On a day without work there was nothing to miss.
    if (!isWorkingDay(stockholmDate(dueAt))) return;
    const next = nextCivilMoment(now);
    await jobs.schedule({ organisation, id: `exit-daily:${stockholmDate(next)}`, kind: EXIT_DAILY_JOB, dueAt: next });
  };

  /** Sees to it that an organisation has its daily work; as often as one likes. */
  const schedule = async (organisation: string): Promise<void> => {
    await jobs.reschedule({ organisation, id: 'exit-daily', kind: EXIT_DAILY_JOB, every: { daily: AT } });
  };

  return {
    run,
    compose: remind.compose,
    schedule,
    /** At the start of the bot: for every organisation that has a case. */
    async scheduleAll(): Promise<void> {
      for (const organisation of await cases.organisations()) await schedule(organisation);
    },
  };
}
