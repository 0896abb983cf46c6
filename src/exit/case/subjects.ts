import type { Subject } from '../../broadcast/index.js';
import type { ExitCase } from './exit-case.js';

/** The kinds of live cards about a case; each has a composer of its name. */
export const CHECKLIST = 'exit.checklist';
/** The exit conversation: the employee's and the manager's card; HR's when the employee wishes to talk with HR; the question areas. */
export const TALK = 'exit.talk';
export const TALK_HR = 'exit.talk-hr';
export const TALK_AREAS = 'exit.talk-areas';
/** What only the leaver knows: the leaver's card and the manager's, and that of a colleague to whom a part was handed over. */
export const HANDOVER = 'exit.handover';
/** All of them: each is made anew when its case changes. */
export const CASE_CARDS: readonly string[] = [CHECKLIST, TALK, TALK_HR, TALK_AREAS, HANDOVER];

/** The survey: no change of the case touches it, for what is being answered lives in the card alone. It is taken back with the case. */
export const SURVEY = 'exit.survey';

/** The survey's other messages: its reminder, and that somebody wants to be contacted by HR. */
export const SURVEY_REMINDER = 'exit.survey.reminder';
export const CONTACT = 'exit.survey.contact';

/** HR is told that a case has another manager, and that a leaver is gone from the directory before the last day. */
export const MANAGER_CHANGED = 'exit.manager-changed';
export const EMPLOYEE_GONE = 'exit.employee-gone';

/** HR and the registrar are told what there is of a case that somebody has asked for as public documents. */
export const DOCUMENTS = 'exit.documents';

/** All messages about a case that are no card of `CASE_CARDS`; what names a case goes with it. */
export const CASE_NOTES: readonly string[] = [
  SURVEY,
  SURVEY_REMINDER,
  CONTACT,
  MANAGER_CHANGED,
  EMPLOYEE_GONE,
  DOCUMENTS,
];

/** A case as what cards are about. */
export function subjectOfCase({ organisation, id }: Pick<ExitCase, 'organisation' | 'id'>, kind = CHECKLIST): Subject {
  return { organisation, kind, id };
}
