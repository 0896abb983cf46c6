export { describeExitReport } from './describe.js';
export { type ExitReport, exitReport } from './exit-report.js';
export { exitReportDocument, learningSheet } from './files.js';
