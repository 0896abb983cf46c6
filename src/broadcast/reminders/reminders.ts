import { z } from 'zod';
import { isCivil, nextCivilMoment, stockholmDate } from '../../calendar/index.js';
import type { Broadcast } from '../broadcast.js';
import type { Broadcasts } from '../broadcasts.js';
import type { Delivery } from '../delivery.js';
import type { Kept } from '../ledger-store.js';
import type { Ledger } from '../ledger.js';
import type { LiveCardStore } from '../live-cards.js';
import { dayAfter, type Occasion, reminderOccasions } from './moments.js';
import { REMINDER } from './reminder.js';
import type { ReminderDays } from './reminder-days.js';

/** A wish for later: the same id again is the same wish. Provided by jobs/. */
export interface Later {
  schedule(job: {
    readonly organisation: string;
    readonly id: string;
    readonly kind: string;
    readonly dueAt: Date;
    readonly data: Readonly<Record<string, string>>;
  }): Promise<unknown>;
}

export interface ReminderParts {
  readonly broadcasts: Broadcasts;
  readonly ledger: Ledger;
  readonly days: ReminderDays;
  readonly later: Later;
  /** Which reminders show a broadcast's card. */
  readonly reminderCards: Pick<LiveCardStore, 'add'>;
}

/** Which reminder: `since` is when its occasion was first due, so that nobody gets it twice when it had to be split over days. */
export interface ReminderJob {
  readonly organisation: string;
  readonly broadcast: string;
  readonly occasion: string;
  readonly since: Date;
}

export const REMIND_JOB = 'broadcast.remind';

/** What the job of a reminder carries besides its organisation. */
export const reminderJobSchema = z.object({ broadcast: z.string(), occasion: z.string(), since: z.coerce.date() });

export interface Reminders {
  /** Plans the reminders of a broadcast with a deadline; calling it again changes nothing. */
  plan(broadcast: Broadcast): Promise<void>;
  /**
   * Reminds those who have the card and have not answered; gives how many. Who never got the card gets the card. Who was
   * reminded of something else today is reminded on the next working day. Outside civil hours it only plans the next civil moment.
   * Nobody is reminded of what is recalled, cancelled or quiet.
   */
  run(job: ReminderJob, now: Date): Promise<number>;
  /** HR presses "remind": at once when it is a civil hour, else at the next. Gives how many are reminded now. */
  now(broadcast: Broadcast, now: Date): Promise<number>;
}

export function createReminders({ broadcasts, ledger, days, later, reminderCards }: ReminderParts): Reminders {
  const postpone = (job: ReminderJob, dueAt: Date) =>
    later.schedule({
      organisation: job.organisation,
      id: `remind:${job.broadcast}:${job.occasion}:${stockholmDate(dueAt)}`,
      kind: REMIND_JOB,
      dueAt,
      data: { broadcast: job.broadcast, occasion: job.occasion, since: job.since.toISOString() },
    });

  async function run(job: ReminderJob, now: Date): Promise<number> {
    const { organisation, broadcast: id } = job;
    const original = await broadcasts.find(organisation, id);
    if (!original || isOver(original) || isOvertaken(original, job)) return 0;
    if (!isCivil(now)) {
      await postpone(job, nextCivilMoment(now));
      return 0;
    }
    const day = stockholmDate(now);
    const name = `${job.occasion}-${day}`;
    const { due, neverGotIt } = await look(job);
    const taken: Kept<Delivery>[] = [];
    for (const kept of due)
      if (await days.take(organisation, kept.row.person, { day, by: `${id}:${name}`, at: now })) taken.push(kept);
    if (taken.length < due.length) await postpone(job, dayAfter(now));
    if (neverGotIt) await broadcasts.press(organisation, id, { id: `card:${name}`, kind: 'resend', at: now });
    if (taken.length === 0) return 0;
    const { broadcast: reminder } = await broadcasts.create({
      organisation,
      // The same occasion and day make the same id, so that a run that died in the middle is gone on with.
      name: `${id.slice(-12)}-${name}`,
      createdAt: original.createdAt,
      kind: REMINDER,
      title: original.title,
      content: { of: id },
      audience: { persons: taken.map(({ row }) => row.person) },
      createdBy: original.createdBy,
    });
    await reminderCards.add({ organisation, kind: REMINDER, id }, reminder.id);
    await Promise.all(taken.map((seen) => ledger.change({ seen, decide: (row) => ({ ...row, remindedAt: now }) })));
    return taken.length;
  }

  /** Who is to be reminded, and whether somebody never got the card. */
  async function look({ organisation, broadcast, since }: ReminderJob) {
    const due: Kept<Delivery>[] = [];
    let neverGotIt = false;
    for await (const kept of ledger.list(organisation, broadcast)) {
      const { state, answeredAt, remindedAt } = kept.row;
      if (state === 'failed' || state === 'notInstalled') neverGotIt = true;
      const isRemindedAlready = remindedAt !== undefined && remindedAt >= since;
      if (state === 'delivered' && !answeredAt && !isRemindedAlready) due.push(kept);
    }
    return { due, neverGotIt };
  }

  return {
    async plan(broadcast) {
      const { organisation, id } = broadcast;
      for (const { name, at } of occasionsOf(broadcast))
        await postpone({ organisation, broadcast: id, occasion: name, since: at }, at);
    },
    run,
    now: ({ organisation, id }, now) =>
      run({ organisation, broadcast: id, occasion: 'pressed', since: startOfDay(now) }, now),
  };
}

function occasionsOf({ sendAt, createdAt, deadline }: Broadcast): Occasion[] {
  return deadline === undefined ? [] : reminderOccasions({ sentAt: sendAt ?? createdAt, deadline });
}

/** Nobody is reminded of it any more. */
function isOver({ recalledAt, isQuiet, status }: Broadcast): boolean {
  return recalledAt !== undefined || isQuiet === true || status === 'cancelled';
}

/** The deadline was put off since it was planned: its occasion comes later. */
function isOvertaken(broadcast: Broadcast, { occasion, since }: ReminderJob): boolean {
  return occasionsOf(broadcast).some(({ name, at }) => name === occasion && at > since);
}

/** Pressed twice a day it reminds once. */
function startOfDay(now: Date): Date {
  return new Date(`${stockholmDate(now)}T00:00:00Z`);
}
