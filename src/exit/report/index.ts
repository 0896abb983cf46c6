export { describeExitReport } from './describe.js';
export { type Beside, type ExitReport, exitReport } from './exit-report.js';
export { exitReportDocument, learningSheet } from './files.js';
