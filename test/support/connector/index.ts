export type { JsonObject, WireActivity, WireAttachment } from './activity.js';
export type { Chat, Member, NewChat, Refusal } from './chats.js';
export type { AcceptedThenFault, DelayFault, Fault, FaultRule, ResetFault, StatusFault } from './faults.js';
export { busiestWindow, type ConnectorRequest, type Rates, type Received } from './recording.js';
export { type Connector, type ConnectorOptions, startConnector } from './server.js';
export type { FaultKind, Shares } from './pace.js';
export {
  type FaultReport,
  type RefusedAs,
  type StandardFaults,
  standardFaults,
  type StandardFaultsOptions,
} from './standard-faults.js';
export type { TenantWindow } from './throttles.js';
export { type BotAnswer, createUser, type User, type UserOptions } from './user.js';
