export { describeRules } from './describe-rules.js';
export type { Disposal } from './disposal.js';
export {
  createDisposalRecord,
  type DisposalRecord,
  type DisposalStore,
  type RecordFault,
  type SealedDisposal,
  type Verified,
} from './disposal-record.js';
export {
  createErase,
  type EraseOutcome,
  type Erasure,
  type ErasureStore,
  type Subject,
  type TableErasure,
} from './erase.js';
export { type Extracted, extract } from './extract.js';
export { type ExtractFile, extractFiles } from './extract-files.js';
export { type Hold, type HoldStore, isKnown } from './holds.js';
export { createPurge, type Purge } from './purge.js';
export type { KeptRow, KeptTable, Register } from './register.js';
export {
  type ColumnOf,
  type LooseRow,
  type OnErase,
  type Owner,
  type Retention,
  type Retentions,
  retentionsOf,
} from './rules.js';
export { subjectOf } from './subject.js';
export { TABLE_TITLES } from './table-titles.js';
