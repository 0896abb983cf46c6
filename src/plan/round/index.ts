export type { Answer, Delegated, ItemRef, Reopened, Responded } from './answer.js';
export { outcomeIn, SEXES } from './by-sex.js';
export { digestWith, emptyDigest, isException, saidOf } from './digest.js';
export { type RoundItem, roundItemSchema, type UnitRef, unitRefSchema } from './item.js';
export { type Learned, learnedIn, learnedName, type ReadLearned } from './learned.js';
export { inCodeOrder, inPlanOrder } from './order.js';
export {
  type DepartmentShare,
  MOST_ITEMS,
  planRound,
  type RoundDraft,
  type RoundPlan,
  type UnheldInRound,
} from './plan-round.js';
export { type Carried, carriedFrom, placeOf, type Previous, readPrevious } from './previous.js';
export { type PlanQuestion, RESPONSIBLE_MANAGER } from './questions.js';
export { type Response, responseSchema } from './response.js';
export { type Round, ROUND_STATES, roundSchema, type RoundState, type StandIn, standInSchema } from './round.js';
export type { Assignment, ItemDigest, RoundStore, StoredItem, StoredRound, UnitDigest } from './round-store.js';
export {
  ACTIVITY_STATUSES,
  type ActivityStatus,
  GOAL_STATUSES,
  type GoalStatus,
  ITEM_KINDS,
  type ItemKind,
} from './statuses.js';
export { createRounds, type Rounds } from './rounds.js';
export { ROUND, type RoundParts, START_JOB, startJobSchema } from './start.js';
export { type Fault, LONGEST, mayAnswer, type Said } from './transitions.js';
