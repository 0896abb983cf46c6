import type { LiveCards } from '../../../broadcast/index.js';
import { stockholmDate } from '../../../calendar/index.js';
import type { PeopleDirectory } from '../../../people/index.js';
import type { Cases } from '../../case/cases.js';
import type { ExitCase } from '../../case/exit-case.js';
import { EMPLOYEE_GONE, MANAGER_CHANGED, subjectOfCase } from '../../case/subjects.js';
import { isHr } from '../access.js';
import { CARD_TITLE, NOTICE_TITLES } from '../texts.js';
import { mended } from './decide-manager.js';

export interface MendParts {
  readonly cases: Pick<Cases, 'list' | 'change' | 'discard'>;
  readonly directory: Pick<PeopleDirectory, 'find' | 'managerOf' | 'inOrganisation'>;
  readonly liveCards: Pick<LiveCards, 'show'>;
  readonly log: { warn(facts: object, message: string): void };
}

/** A draft that nobody sent in so many days is removed: nobody but its writer ever saw it, and it names a person. */
const DRAFT_DAYS = 14;
const DAY_MS = 24 * 3600 * 1000;

/**
 * Once a day, for each open case of an organisation: it gets the manager that the directory names now, who gets the checklist; HR is
 * told of that, and of a leaver who is gone from the directory. What a run that was cut off stored and did not tell, the next one
 * tells: the names of the messages are made of what they tell, so nobody gets one twice. Forgotten drafts are removed.
 */
export function mendManagers({ cases, directory, liveCards, log }: MendParts) {
  return async (organisation: string, now: Date): Promise<void> => {
    const all: ExitCase[] = [];
    for await (const one of cases.list(organisation)) all.push(one);
    for (const one of all) {
      try {
        if (one.status === 'open') await mend(one, now);
        else if (one.status === 'draft' && isForgotten(one, now)) await cases.discard(organisation, one.id);
      } catch (error) {
        // The others go on, and tomorrow this one, too.
        log.warn({ error, case: one.id }, 'the manager of an exit case could not be looked after');
      }
    }
  };

  async function mend(exitCase: ExitCase, now: Date): Promise<void> {
    const isRight = mended(exitCase, directory, now) === undefined;
    const kept = isRight
      ? exitCase
      : await cases.change(exitCase.organisation, exitCase.id, (old) => mended(old, directory, now));
    if (kept.status !== 'open') return;
    if (kept.managerSince) await tellManager(kept, kept.managerSince);
    if (kept.employeeGoneAt) await tellHr(kept, EMPLOYEE_GONE, kept.employeeGoneAt);
  }

  async function tellManager(exitCase: ExitCase, at: Date): Promise<void> {
    const name = `exit-${exitCase.id}-${at.getTime()}`;
    await liveCards.show(subjectOfCase(exitCase), [exitCase.manager], { title: CARD_TITLE, name, at });
    await tellHr(exitCase, MANAGER_CHANGED, at);
  }

  async function tellHr(exitCase: ExitCase, kind: typeof MANAGER_CHANGED | typeof EMPLOYEE_GONE, at: Date) {
    const hr = directory.inOrganisation(exitCase.organisation).filter(isHr);
    if (hr.length === 0) return;
    const persons = hr.map(({ id }) => id);
    const name = `${kind}-${exitCase.id}-${at.getTime()}`;
    await liveCards.show(subjectOfCase(exitCase, kind), persons, { title: NOTICE_TITLES[kind], name, at });
  }
}

function isForgotten({ createdAt }: ExitCase, now: Date): boolean {
  return stockholmDate(createdAt) < stockholmDate(new Date(now.getTime() - DRAFT_DAYS * DAY_MS));
}
