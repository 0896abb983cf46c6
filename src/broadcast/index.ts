export {
  ANNOUNCEMENT,
  type Announcement,
  announcementMessage,
  announcementSchema,
  openConfirmation,
} from './announcement.js';
export { type Audience, audienceSchema } from './audience.js';
export {
  type Active,
  type Broadcast,
  BROADCAST_STATUSES,
  type BroadcastStatus,
  type BroadcastStore,
  type StoredBroadcast,
} from './broadcast.js';
export { type BroadcastHooks, type Broadcasts, createBroadcasts, type NewBroadcast } from './broadcasts.js';
export { type CardWatch, createCardWatch } from './card-watch.js';
export type { Compose, Composers, Recipient } from './composer.js';
export { addsUp, type Counts, progressStamp, sum as sumCounts, unfinished } from './counts.js';
export type { Courier, ReopenOutcome, SendOutcome, UndeliverableCause } from './courier.js';
export { type Delivery, DELIVERY_STATES, type DeliveryState, type FailureCause } from './delivery.js';
export { type BroadcastStores, createEngine, type Engine } from './engine.js';
export { type FeaturePart, type JoinedFeature, joinParts } from './feature-part.js';
export type { Follow, Step } from './follow.js';
export type { FeedMarks } from './feed.js';
export type { Hint, HintQueue, TakenHint } from './hint-queue.js';
export { laneOf } from './lane.js';
export { createLedger, type Ledger } from './ledger.js';
export type { Kept, LedgerStore, LedgerWrite, Tally } from './ledger-store.js';
export { createLiveCards, type LiveCards, type LiveCardStore, type Subject } from './live-cards.js';
export { createOwnCard, type OwnCardParts, type UpdateOwnCard } from './own-card.js';
export type { Pace } from './pace.js';
export type { Reach, Reaches } from './reach.js';
export { MOST_IN_FLIGHT } from './sender.js';
export type { ReminderDays } from './reminders/reminder-days.js';
export { createReminderComposer, REMINDER } from './reminders/reminder.js';
export { createReminders, REMIND_JOB, reminderJobSchema, type Reminders } from './reminders/reminders.js';
export { type Times, TIMES } from './times.js';
export type { SlotState, SlotStore } from './slots.js';
export { type BroadcastFeature, broadcastFeature } from './hr/feature.js';
export { type Draft, type DraftStore, findOwnDraft, versionOf } from './hr/draft.js';
export { type Choice, type Choices, choicesOf, chosen, namesOf } from './hr/choices.js';
export { subjectOf } from './hr/follow.js';
export type { HrParts, Remind } from './hr/parts.js';
export { readForm, type Wanted } from './hr/read-form.js';
export { emptyValues, type Values, valuesSchema as draftValuesSchema } from './hr/values.js';
export { reachesOf } from './prepare.js';
export { type Rehearsal, rehearse } from './rehearse.js';
export { waitingSince } from './waiting.js';
export { resolveAudience } from './resolve.js';
export { durationIn, momentIn, numberIn, percentOf, shareIn } from './hr/wording.js';
