import { stockholmDate } from '../../calendar/index.js';
import type { Broadcast, BroadcastStore } from '../broadcast.js';
import type { Compose, Composers } from '../composer.js';
import { recalledMessage } from '../recall.js';
import { broadcastTexts } from '../texts.js';

export const REMINDER = 'reminder';

/** The broadcast that a reminder reminds of. */
export function originalOf({ content }: Pick<Broadcast, 'content'>): string {
  return String(content.of);
}

/** A reminder is the very card again, as it is now, under a line that says what it is: it can be answered where it is read. */
export function createReminderComposer({
  broadcasts,
  composers,
}: {
  readonly broadcasts: Pick<BroadcastStore, 'find'>;
  /** Looked up when a reminder is made. */
  readonly composers: Composers;
}): Compose {
  return async (reminder, to) => {
    const original = (await broadcasts.find(reminder.organisation, originalOf(reminder)))?.broadcast;
    if (!original || original.recalledAt) return recalledMessage(original ?? reminder, to.locale);
    const compose = composers[original.kind];
    if (!compose) throw new Error(`Nothing makes the message of ${original.kind}.`);
    const deadline = original.deadline && stockholmDate(original.deadline);
    const text = broadcastTexts[to.locale].reminder(original.title, deadline);
    return { ...(await compose(original, to)), text, summary: text };
  };
}
