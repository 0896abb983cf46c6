export { type Bot, type BotParts, createBot, type SendResult } from './bot.js';
export { createDispatcher, type Dispatcher } from './dispatcher.js';
export type { BindCard } from './outgoing.js';
