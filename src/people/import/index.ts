export { COLUMNS } from './columns.js';
export { describePlan } from './describe-plan.js';
export { describeFaults, type Fault } from './faults.js';
export type { Refusal } from './find-refusals.js';
export { parsePeopleCsv, type ParsedPeople } from './parse-people-csv.js';
export { changesAnything, type FieldChange, type ImportPlan, type PersonChange, planImport } from './plan-import.js';
export { type Rehearsal, rehearseImport } from './rehearse-import.js';
