export {
  type ChecklistItem,
  checklistItemSchema,
  EXIT_KINDS,
  type ExitKind,
  itemsFor,
  type Owner,
  OWNERS,
  type Trait,
  TRAITS,
} from './checklist/item.js';
export { dueDay, type ExitDays } from './checklist/schedule.js';
export {
  createExitAnswers,
  EXIT_WORDS,
  type ExitAnswersParts,
  type ExitWords,
  exitWordsSchema,
} from './answers/index.js';
export * from './case/index.js';
export {
  checklistMessage,
  checklistView,
  createDesk,
  createExitList,
  type Desk,
  type ListAbout,
  type Seat,
} from './list/index.js';
export { createExitHandover, handoverWithin } from './handover/index.js';
export { createExitHr } from './hr/index.js';
export type { ExitParts } from './parts.js';
export * from './start/index.js';
export { createExitReminders, type Daily, type ExitReminders } from './reminders/index.js';
export {
  createExitTalk,
  type ExitTalk,
  TALK_PARTS,
  type TalkEntry,
  talkEntrySchema,
  THEME_CODES,
  type ThemeCount,
  type ThemeCounts,
} from './talk/index.js';
