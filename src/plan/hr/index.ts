export { createPlanHr, type PlanHr } from './feature.js';
export type { PlanHrParts } from './parts.js';
export { roundValuesSchema } from './values.js';
