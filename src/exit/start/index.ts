export { closedView } from './closed-view.js';
export { CLOSE_JOB, closeJobSchema, type CaseCourse, createCaseCourse, OPEN_JOB, openJobSchema } from './course.js';
export { createExitStart } from './feature.js';
export { mayLead, mayStartFor } from './access.js';
export { mendManagers, type MendParts } from './mend/mend-managers.js';
export { reachNewcomers } from './mend/reach-newcomers.js';
export { openCaseOf } from './open-case-of.js';
export type { ExitStartParts } from './parts.js';
