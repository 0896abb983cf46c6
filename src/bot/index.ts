export { type Bot, type BotParts, createBot } from './bot.js';
export { type CourierParts, createCourier } from './courier/index.js';
export { createDispatcher, type Dispatcher, type Outcome } from './dispatcher.js';
export type { FileDelivery } from './files/index.js';
export type { BindCard } from './outgoing.js';
export type { TurnKind } from './turn-kind.js';
