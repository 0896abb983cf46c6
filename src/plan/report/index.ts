export { type Counts, answeredOf, countOf, percentOf, silentOf, wholeShares } from './counts.js';
export { DEVIATING, type DeviationPlace } from './deviation.js';
export { describeReport } from './describe-report.js';
export { planReport } from './feature.js';
export type { ReportFilter } from './filter.js';
export { createPlanReport, type PlanReport, type ReportParts, type WritingOptions } from './plan-report.js';
export type { RoundSummary, Silence, Split, Spread } from './summary.js';
export type { TrendPoint } from './trend.js';
