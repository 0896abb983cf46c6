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

/** How often the log says that deliveries wait: operation hears of a queue that does not empty. */
const QUEUE_LOOK_MS = 60_000;

export type Sending = ReturnType<typeof makeSending>;

/** The one sender of unasked messages over this storage and the scheduler of what is due, not started yet. */
export function makeSending(
  { storage, config, clock, log, bind, directory }: Foundation,
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
  const courier = createCourier({ credentials: config.bot, bind, clock, log });
  const stores = {
    broadcasts: openBroadcasts(storage),
    ledger: openLedgerStore(storage),
    hints: openHints(storage, () => log.error('a message in the queue of deliveries is none; it was put aside')),
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
    onProgress,
    hooks: {
      onCreated: (broadcast) => reminders.plan(broadcast),
      onExtended: (broadcast) => reminders.plan(broadcast),
      onEdited: ({ organisation, id }) => liveCards.changed({ organisation, kind: REMINDER, id }),
    },
  });
  const cards = openLiveCards(storage);
  const liveCards = createLiveCards({ store: cards, broadcasts: engine.broadcasts, clock });
  const jobs = createJobs({ store: openJobs(storage), clock, onDue: () => scheduler.wake() });
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
    /** Logs now and then how many deliveries wait, as long as any do, until the function that it gives is called. */
    watchQueue(): () => void {
      const timer = setInterval(() => {
        stores.hints
          .size()
          .then((waiting) => waiting > 0 && log.info({ waiting }, 'deliveries wait'))
          .catch((error: unknown) => log.warn({ error }, 'the queue of deliveries could not be counted'));
      }, QUEUE_LOOK_MS);
      return () => clearInterval(timer);
    },
    composers: { [REMINDER]: createReminderComposer({ broadcasts: stores.broadcasts, composers }) },
  };
}
