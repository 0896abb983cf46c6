export type { AuditEntry, AuditLog, AuditReader } from './audit.js';
export type { Conversation, ConversationStore } from './conversation.js';
export { endingOf, type FileIntake, type IncomingFile } from './file-intake.js';
export { type Page, type PageLimits, pageOf, type PageWithin, pageWithin, type Turning } from './page.js';
export { plain, withoutLinks } from './plain.js';
export {
  type Action,
  type Command,
  defineAction,
  type Feature,
  joinFeatures,
  normalisePhrase,
  type Registry,
} from './registry.js';
export type { Citation, ConversationContext, Message, OutgoingFile, RateableAnswer, Reply, View } from './reply.js';
export type { Search, SearchHit, SearchPage, SearchQuery } from './search.js';
export type { ConversationKind, Turn } from './turn.js';
