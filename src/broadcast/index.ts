export type { Courier, ReopenOutcome, SendOutcome, UndeliverableCause } from './courier.js';
