import type { Subject } from '../../broadcast/index.js';
import type { ExitCase } from './exit-case.js';

/** The kinds of live cards about a case; each has a composer of its name. */
export const CHECKLIST = 'exit.checklist';
/** The exit conversation: the employee's and the manager's card, and HR's when the employee would rather talk with HR. */
export const TALK = 'exit.talk';
export const TALK_HR = 'exit.talk-hr';
/** All of them: each is made anew when its case changes. */
export const CASE_CARDS = [CHECKLIST, TALK, TALK_HR] as const;

/** A case as what cards are about. */
export function subjectOfCase({ organisation, id }: Pick<ExitCase, 'organisation' | 'id'>, kind = CHECKLIST): Subject {
  return { organisation, kind, id };
}
