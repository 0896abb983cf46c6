export type { CaseStore, StoredCase } from './case-store.js';
export { type Cases, type CasesParts, createCases } from './cases.js';
export {
  CASE_STATUSES,
  type CaseStatus,
  type ExitCase,
  exitCaseSchema,
  type Handover,
  handoverSchema,
  type Lead,
  type Talk,
  type TalkOutcome,
  talkSchema,
  type Tick,
  TICK_STATES,
  tickSchema,
} from './exit-case.js';
export { type CaseItem, caseItems, type Holders, sideOf, sidesOf, type Slot, type Standing } from './slots.js';
export {
  foldTitle,
  type FunctionTitles,
  functionTitlesSchema,
  TITLED_OWNERS,
  type TitledOwner,
} from './function-titles.js';
export { createHoldersOf } from './holders.js';
export {
  CASE_CARDS,
  CASE_NOTES,
  SURVEY,
  CHECKLIST,
  EMPLOYEE_GONE,
  HANDOVER,
  MANAGER_CHANGED,
  subjectOfCase,
  TALK,
  TALK_AREAS,
  TALK_HR,
} from './subjects.js';
export { refreshCards } from './refresh-cards.js';
export { tickedByBot } from './ticked-by-bot.js';
