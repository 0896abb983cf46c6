export {
  type ChecklistItem,
  checklistItemSchema,
  EXIT_KINDS,
  type ExitKind,
  itemsFor,
  type Owner,
  OWNERS,
  type Trait,
  TRAITS,
} from './checklist/item.js';
export { dueDay, type ExitDays } from './checklist/schedule.js';
export * from './case/index.js';
export type { ExitParts } from './parts.js';
export * from './start/index.js';
