import type { Broadcast } from './broadcast.js';
import type { Delivery } from './delivery.js';
import type { Times } from './times.js';

/** What is to be done for one row now. */
export type Errand = 'send' | 'edit' | 'nothing';

/**
 * What a row of a broadcast needs now. Sending needs a broadcast that is being sent; bringing a delivered card to the newest
 * edition goes on when it is paused, done or cancelled, since a recall must reach everybody who has the card.
 */
export function errandOf(
  row: Delivery,
  { status, edition }: Broadcast,
  { now, times }: { now: Date; times: Times },
): Errand {
  const isOpen = status === 'sending';
  if (isOpen && row.state === 'pending' && (row.nextAt === undefined || row.nextAt <= now)) return 'send';
  // A claim that ran out is left to its hint, which comes back by itself; only when that is lost, the sweep takes it up.
  const isLost =
    row.state === 'sending' && row.claim !== undefined && row.claim.until.getTime() + times.hide < now.getTime();
  if (isOpen && isLost) return 'send';
  return needsEdit(row, edition) ? 'edit' : 'nothing';
}

/** Whether a delivered card is older than the broadcast's. */
export function needsEdit({ state, edition, editError, activityId, reference }: Delivery, newest: number): boolean {
  const canBeEdited = activityId !== undefined && reference !== undefined && editError === undefined;
  return state === 'delivered' && edition < newest && canBeEdited;
}
