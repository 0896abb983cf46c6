export { digestWith, emptyDigest, isException, saidOf } from './digest.js';
export { type RoundItem, roundItemSchema, type UnitRef, unitRefSchema } from './item.js';
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
