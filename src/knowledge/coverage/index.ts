export { coverage } from './coverage.js';
export { type CoverageInput } from './document.js';
export { type Finding, type List } from './finding.js';
export { readLeftOut } from './left-out.js';
export { readDocuments } from './read-documents.js';
export { reportLines } from './report.js';
