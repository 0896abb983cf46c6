export type { JsonObject, WireActivity, WireAttachment } from './activity.js';
export type { Chat, Member, NewChat } from './chats.js';
export type { AcceptedThenFault, DelayFault, Fault, FaultRule, ResetFault, StatusFault } from './faults.js';
export { busiestWindow, type ConnectorRequest, type Rates, type Received } from './recording.js';
export { type Connector, type ConnectorOptions, startConnector } from './server.js';
export { type BotAnswer, createUser, type User, type UserOptions } from './user.js';
