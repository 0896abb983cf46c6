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
export { createExitHr, type TertialFigures } from './hr/index.js';
export type { ExitParts } from './parts.js';
export * from './start/index.js';
export { createExitReminders, EXIT_REMINDER, type Daily, type ExitReminders } from './reminders/index.js';
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
export {
  BACKGROUND_IDS,
  INFORMATION_IDS,
  type InformationId,
  PLACEHOLDERS,
  QUESTION_IDS,
  QUESTION_KINDS,
  type Question,
  type QuestionId,
  type QuestionKind,
  type Survey,
  type SurveyEntry,
  surveyEntrySchema,
  surveyOf,
} from './survey/survey.js';
export { type Answer, answerSchema, LONGEST_TEXT } from './survey/answer.js';
export { type Box, type Boxes, type BoxStore, createBoxes } from './survey/boxes.js';
export type { Invitation, InvitationStore, Invited } from './survey/invitations.js';
export { createSeal, type Seal } from './survey/seal.js';
export { lastDayOf, tertialAfter, tertialIn, tertialKey } from './survey/tertial.js';
export { createExitSurvey } from './survey/feature.js';
export { createOffer, isAsked, SURVEY_JOB, SURVEY_STIR_JOB, surveyJobSchema } from './survey/offer.js';
export { sweepInvitations } from './survey/sweep.js';
export type { SurveyParts } from './survey/parts.js';
export { LEAST, type Limits } from './survey/settings.js';
export { type Figure, type FigureId, type Release, releaseSchema } from './picture/figures.js';
export { processFacts } from './picture/beside/process.js';
export { type Turnover, turnoverLines, turnoverOf } from './picture/beside/turnover.js';
export { type LimitsStore, noteLimits } from './picture/note-limits.js';
export { createReleases, RELEASE_JOB } from './picture/release.js';
export type { ClosedTertial, PictureStore, TextBatch } from './picture/store.js';
export { EVERYBODY, type Look, lookAt } from './picture/look.js';
export { type Beside, createReadBeside, type ReadBeside } from './picture/beside/beside.js';
export { pictureSheets } from './picture/sheets.js';
export { createReadAnswered } from './picture/beside/answered.js';
export { createExitPicture, type PictureParts } from './picture/feature.js';
export { createWarn } from './picture/warn.js';
export { createExitLearning } from './learning/feature.js';
export { createReadLearned } from './learning/learned.js';
export {
  type LearningStore,
  type Lessons,
  periodOf,
  signOf as signOfTheme,
  type Theme,
  themeSchema,
  type Tie,
  tieId,
  tieSchema,
} from './learning/learning.js';
export { type LearningParts, type PlanLook, readLearning } from './learning/lookup.js';
export * from './report/index.js';
