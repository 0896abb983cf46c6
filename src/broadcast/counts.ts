import type { Broadcast } from './broadcast.js';
import { DELIVERY_STATES, type Delivery } from './delivery.js';

/**
 * How many rows of a broadcast are what: `recipients`, each state, `failed:CAUSE`, and of the delivered ones `answered`,
 * `reminded`, `recalled`, `corrected`, `notEdited`; `possibleDuplicates` are delivered rows that had an ambiguous try before.
 */
export type Counts = Readonly<Record<string, number>>;

/** What one row adds to the counts. */
export function countsOf(delivery: Delivery): Counts {
  const { state, cause, ambiguous } = delivery;
  return {
    recipients: 1,
    [state]: 1,
    ...(cause === undefined ? {} : { [`${state}:${cause}`]: 1 }),
    ...(delivery.answeredAt && { answered: 1 }),
    ...(delivery.remindedAt && { reminded: 1 }),
    ...(delivery.recalledAt && { recalled: 1 }),
    ...(delivery.correctedAt && { corrected: 1 }),
    ...(delivery.editError !== undefined && { notEdited: 1 }),
    ...(state === 'delivered' && ambiguous > 0 && { possibleDuplicates: 1 }),
  };
}

/** Adds counts up; what comes to 0 is left out. */
export function sum(all: Iterable<Counts>): Counts {
  const total = new Map<string, number>();
  for (const counts of all)
    for (const [name, count] of Object.entries(counts)) total.set(name, (total.get(name) ?? 0) + count);
  return Object.fromEntries([...total].filter(([, count]) => count !== 0));
}

/** What changes in the counts when a row becomes another; `before` is missing for a new row. */
export function change(before: Delivery | undefined, after: Delivery): Counts {
  const lost = before === undefined ? {} : countsOf(before);
  return sum([countsOf(after), Object.fromEntries(Object.entries(lost).map(([name, count]) => [name, -count]))]);
}

/** Whether recipients = the sum of all states: what the ledger promises at every moment. */
export function addsUp(counts: Counts): boolean {
  return (counts.recipients ?? 0) === DELIVERY_STATES.reduce((total, state) => total + (counts[state] ?? 0), 0);
}

/** How many recipients are still on their way. */
export function unfinished(counts: Counts): number {
  return (counts.pending ?? 0) + (counts.sending ?? 0);
}

/** How a sending goes, in short: the same as long as no card about it has anything new to show. */
export function progressStamp({ status, edition }: Pick<Broadcast, 'status' | 'edition'>, counts: Counts): string {
  return JSON.stringify([status, edition, Object.entries(counts).sort()]);
}
