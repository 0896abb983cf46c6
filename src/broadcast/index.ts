export { type Audience, audienceSchema } from './audience.js';
export {
  type Broadcast,
  BROADCAST_STATUSES,
  type BroadcastStatus,
  type BroadcastStore,
  type StoredBroadcast,
} from './broadcast.js';
export type { Compose, Composers, Recipient } from './composer.js';
export { type Conductor, createConductor } from './conductor.js';
export { addsUp, type Counts, unfinished } from './counts.js';
export type { Courier, SendOutcome, UndeliverableCause } from './courier.js';
export { type Delivery, DELIVERY_STATES, type DeliveryState, type FailureCause } from './delivery.js';
export { createHeaders } from './headers.js';
export { HIDE_MS, type Hint, type HintQueue, type TakenHint } from './hint-queue.js';
export { createLedger, type Ledger } from './ledger.js';
export type { Kept, LedgerStore, LedgerWrite, Tally } from './ledger-store.js';
export { createPace } from './pace.js';
export type { Reach, Reaches } from './reach.js';
export { createSender, MOST_IN_FLIGHT, type Sender } from './sender.js';
export type { SlotState, SlotStore } from './slots.js';
