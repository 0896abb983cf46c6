export type { PlanRespondParts } from './desk.js';
export { createPlanRespond, type PlanRespond } from './feature.js';
export { roundMessage } from './overview.js';
export { respondTexts, STATUS_SIGNS } from './texts.js';
export { dueIn, saidIn } from './wording.js';
