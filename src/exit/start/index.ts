export { CLOSE_JOB, type CaseCourse, createCaseCourse, OPEN_JOB } from './course.js';
export { createExitStart } from './feature.js';
export { mayLead, mayStartFor } from './access.js';
export { mendManagers, type MendParts } from './mend/mend-managers.js';
export { reachNewcomers } from './mend/reach-newcomers.js';
export { openCaseOf } from './open-case-of.js';
export type { ExitStartParts } from './parts.js';
