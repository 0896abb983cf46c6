export {
  type ActivityChange,
  type Before,
  changesAnything,
  comparePlan,
  type ComparedField,
  type PlanComparison,
  type PlanHead,
} from './compare-plan.js';
export { describeImport, describeRefusal } from './describe-import.js';
export { describeContents, importSections, type ImportSections, type Planned, rowSections } from './import-sections.js';
export { importTexts } from './import-texts.js';
export type { DraftIndicator } from './indicators.js';
export { type DraftActivity } from './draft.js';
export { departmentsIn, meansSame } from './departments.js';
export { type ImportedPlan, importPlan, type ImportOptions, LONGEST_CELL } from './import-plan.js';
export {
  type PlanFile,
  planIdOf,
  type PlanRehearsal,
  type Refusal,
  type RehearsalInput,
  rehearsePlanImport,
} from './rehearse-import.js';
export { isUsual, type Reason, REASONS, type Remark, type RowReport } from './report.js';
export { splitActions } from './split-actions.js';
