export { describeContents, describeFile } from './describe-plan.js';
export { type FilePlan, headingsIn, planFile } from './plan-import.js';
export { rehearseImport, type SourceFile } from './rehearse-import.js';
