export { type Due, type DueKind, dueSchema } from './due/due.js';
export { parseDue } from './due/parse-due.js';
export { holdersOf, type Scope } from './functions/holders.js';
export { parseResponsible } from './functions/parse-responsible.js';
export { type UnheldFunction, unheldFunctions } from './functions/unheld-functions.js';
export * from './import/index.js';
export { draftOfRow } from './knowledge/draft-of-row.js';
export { dueOf, type PlanRow, planRowSchema } from './knowledge/plan-row.js';
export {
  FOLLOW_UPS,
  type FollowUp,
  type Plan,
  type PlanActivity,
  planActivitySchema,
  type PlanIndicator,
  planSchema,
} from './plan.js';
export type { NewPlan, PlanStore, StoredPlan } from './plan-store.js';
export * from './respond/index.js';
export * from './answers/index.js';
export * from './report/index.js';
export * from './round/index.js';
export * from './hr/index.js';
export { createPlanUpload } from './upload/feature.js';
