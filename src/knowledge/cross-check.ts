import { stockholmDate } from '../calendar/index.js';
import { checkChecklist } from './check-checklist.js';
import { checkEveryday } from './check-everyday.js';
import { checkFunctions } from './check-functions.js';
import { checkObservations } from './check-observations.js';
import { checkPlans } from './check-plans.js';
import { checkRoutine, checkSubjects, duplicateTitles } from './check-routines.js';
import { checkVocabulary, duplicateIds } from './check-vocabulary.js';
import { checkSurvey } from './check-survey.js';
import { checkSensitive } from './check-sensitive.js';
import { checkTalk } from './check-talk.js';
import type { Fault } from './fault.js';
import { knownOf } from './known.js';
import type { ReadKnowledge } from './read-folder.js';

/** What no single file can tell: ids that lead nowhere, doubles, sources without the section, review dates passed. */
export function crossCheck(read: ReadKnowledge, now: Date): Fault[] {
  const known = knownOf(read);
  const today = stockholmDate(now);
  return [
    ...duplicateIds(read),
    ...checkVocabulary(read, known),
    ...checkEveryday(read),
    ...checkObservations(read, known),
    ...read.routines.flatMap((routine) => checkRoutine(routine, known, today)),
    ...duplicateTitles(read.routines),
    ...checkSubjects(read.routines),
    ...checkPlans(read.plans, known),
    ...checkChecklist(read.checklist),
    ...checkFunctions(read.functions),
    ...checkTalk(read.talk),
    ...checkSurvey(read.survey),
    ...checkSensitive(read, known, today),
  ];
}
