export { type ListAbout, checklistMessage, checklistView } from './checklist-view.js';
export { createDesk, type Desk, type Seat } from './desk.js';
export { createExitList } from './feature.js';
