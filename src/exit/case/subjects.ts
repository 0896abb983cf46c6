import type { Subject } from '../../broadcast/index.js';
import type { ExitCase } from './exit-case.js';

/** The kinds of live cards about a case; each has a composer of its name. */
export const CHECKLIST = 'exit.checklist';

/** HR is told that a case has another manager, and that a leaver is gone from the directory before the last day. */
export const MANAGER_CHANGED = 'exit.manager-changed';
export const EMPLOYEE_GONE = 'exit.employee-gone';

/** Every kind of card that the people of a case get: all of them are taken back when it was started by mistake. */
export const CASE_CARDS: readonly string[] = [CHECKLIST];

/** A case as what cards are about. */
export function subjectOfCase({ organisation, id }: Pick<ExitCase, 'organisation' | 'id'>, kind = CHECKLIST): Subject {
  return { organisation, kind, id };
}
