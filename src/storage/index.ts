export { auditTable, openAudit } from './audit.js';
export { conversationsTable, openConversations } from './conversations.js';
export { definedTables, defineTable, type OnErase, type Retention, type TableDefinition } from './define-table.js';
export { openStorage, type StorageLocation } from './open-storage.js';
export type { Change, Storage, Stored, Table } from './table.js';
export { directoryTable, openPeople, peopleTable } from './people.js';
export { documentsTable, openPassages, passagesTable } from './passages.js';
