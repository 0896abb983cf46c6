import { randomUUID } from 'node:crypto';
// Not by the room's door, behind which the whole of teams-ai stands: a worker needs a second of loading less.
import { createCourier } from '../bot/courier/index.js';
import {
  type Broadcast,
  type Composers,
  type Counts,
  createEngine,
  createLiveCards,
  createReminderComposer,
  createReminders,
  REMIND_JOB,
  REMINDER,
  reminderJobSchema,
} from '../broadcast/index.js';
import { createRounds, START_JOB, startJobSchema } from '../plan/index.js';
import { CASE_CARDS, createCases, createReadLearned, subjectOfCase } from '../exit/index.js';
import { createJobs, createLeases, createScheduler, type JobHandler } from '../jobs/index.js';
import {
  openBroadcasts,
  openExitCases,
  openFeedMarks,
  openHints,
  openJobs,
  openLeases,
  openLearning,
  openLedgerStore,
  openLiveCards,
  openPlans,
  openReaches,
  openReminderDays,
  openRounds,
  openSendSlots,
} from '../storage/index.js';
import type { Foundation } from './foundation.js';
import { tellCourier, tellSendings } from './telling.js';
import { createQueueWatch } from './watch-queue.js';

export type Sending = ReturnType<typeof makeSending>;

/** The one sender of unasked messages over this storage and the scheduler of what is due, not started yet. */
export function makeSending(
  { storage, config, clock, log, bind, directory, telemetry, times }: Foundation,
  {
    composers,
    handlers,
    onProgress,
  }: {
    readonly composers: Composers;
    /** Of jobs; the sending's own are `jobHandlers`. */
    readonly handlers: Readonly<Record<string, JobHandler>>;
    readonly onProgress: (broadcast: Broadcast, counts: Counts) => void;
  },
) {
  const courier = tellCourier(createCourier({ credentials: config.bot, bind, clock, log }), telemetry);
  const stores = {
    broadcasts: openBroadcasts(storage),
    ledger: openLedgerStore(storage),
    hints: openHints(storage, () => log.error('a message in the queue of deliveries is none; it was put aside'), clock),
    slots: openSendSlots(storage),
    reaches: openReaches(storage),
    marks: openFeedMarks(storage),
  };
  const engine = createEngine({
    stores,
    courier,
    composers,
    directory,
    leases: createLeases({ store: openLeases(storage), clock }),
    perSecond: config.sendsPerSecond,
    clock,
    log,
    times,
    onProgress,
    follow: tellSendings(telemetry),
    hooks: {
      onCreated: (broadcast) => reminders.plan(broadcast),
      onExtended: (broadcast) => reminders.plan(broadcast),
      onEdited: ({ organisation, id }) => liveCards.changed({ organisation, kind: REMINDER, id }),
    },
  });
  const cards = openLiveCards(storage);
  const liveCards = createLiveCards({ store: cards, broadcasts: engine.broadcasts, clock });
  const jobs = createJobs({ store: openJobs(storage), clock, onDue: () => telemetry.apart(() => scheduler.wake()) });
  const reminders = createReminders({
    broadcasts: engine.broadcasts,
    ledger: engine.ledger,
    days: openReminderDays(storage),
    later: jobs,
    reminderCards: cards,
  });
  const rounds = createRounds({
    store: openRounds(storage),
    plans: openPlans(storage),
    directory,
    broadcasts: engine.broadcasts,
    sendings: cards,
    learned: createReadLearned(openLearning(storage)),
    jobs,
    log,
  });
  const cases = createCases({
    store: openExitCases(storage),
    async onChanged(exitCase) {
      for (const kind of CASE_CARDS) await liveCards.changed(subjectOfCase(exitCase, kind));
    },
  });
  const scheduler = createScheduler({
    store: openJobs(storage),
    handlers,
    clock,
    holder: randomUUID(),
    log,
  });
  const jobHandlers: Record<string, JobHandler> = {
    [REMIND_JOB]: async ({ organisation, data }, now) =>
      void (await reminders.run({ organisation, ...reminderJobSchema.parse(data) }, now)),
    [START_JOB]: ({ organisation, data }) => rounds.prepare(organisation, startJobSchema.parse(data).round),
  };
  return {
    engine,
    courier,
    liveCards,
    reminders,
    rounds,
    jobs,
    cases,
    scheduler,
    jobHandlers,
    queueWatch: createQueueWatch({ hints: stores.hints, broadcasts: stores.broadcasts, clock, log, telemetry }),
    composers: { [REMINDER]: createReminderComposer({ broadcasts: stores.broadcasts, composers }) },
  };
}
