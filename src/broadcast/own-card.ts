import type { Clock } from '../calendar/index.js';
import type { Broadcast } from './broadcast.js';
import type { Compose } from './composer.js';
import type { Courier } from './courier.js';
import type { Ledger } from './ledger.js';
import type { Pace } from './pace.js';

/** When Teams takes nothing for so long, the card stays as it was sent. */
const LONGEST_WAIT_MS = 60_000;

export interface OwnCardParts {
  readonly ledger: Pick<Ledger, 'find'>;
  readonly pace: Pace;
  readonly courier: Pick<Courier, 'update'>;
  readonly clock: Clock;
  readonly log: { warn(facts: object, message: string): void };
}

/** Makes one recipient's sent card anew. Nothing happens for somebody who never got it. */
export type UpdateOwnCard = (broadcast: Broadcast, person: string, compose: Compose) => Promise<void>;

/**
 * Puts the card as it is now in the place of the sent one: the answer to a press alone is gone when the chat is opened anew.
 * It takes a slot of the shared rate; should it fail, the next correction or press shows the same.
 */
export function createOwnCard({ ledger, pace, courier, clock, log }: OwnCardParts): UpdateOwnCard {
  return async (broadcast, person, compose) => {
    const row = (await ledger.find(broadcast.organisation, broadcast.id, person))?.row;
    if (!row?.reference || !row.activityId) return;
    const message = await compose(broadcast, { person, locale: row.locale });
    const [turn] = await pace.reserve([row.reference]);
    const latest = clock().getTime() + LONGEST_WAIT_MS;
    if ((await pace.untilTurn(row.reference, turn!, latest)) !== undefined) return;
    const outcome = await courier.update(row.reference, row.activityId, message, row.locale);
    if (outcome.kind !== 'sent')
      log.warn({ outcome, broadcast: broadcast.id }, 'an answered card could not be updated');
  };
}
