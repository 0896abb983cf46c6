import type { z } from 'zod';
import type { Reply, Turn } from '../../actions/index.js';
import { type Confirmation, announcementMessage, openConfirmation } from '../announcement.js';
import type { Broadcast } from '../broadcast.js';
import type { Compose } from '../composer.js';
import { createOwnCard } from '../own-card.js';
import { recalledMessage } from '../recall.js';
import { type HrParts, ownAnnouncement, personOf } from './parts.js';
import { hrTexts } from './texts.js';
import type { broadcastSchema } from './values.js';

/** "Jag har läst", and the recipient's card before and after it. */
export function createConfirm(parts: HrParts, noticed: (broadcast: Broadcast) => Promise<void>) {
  const { broadcasts, ledger, log } = parts;

  async function confirmationOf(broadcast: Broadcast, person: string): Promise<Confirmation> {
    const kept = await ledger.find(broadcast.organisation, broadcast.id, person);
    return kept?.row.answeredAt ? { state: 'done', at: kept.row.answeredAt } : openConfirmation(broadcast);
  }

  /** The card as it is made from storage, so that it is as true after a correction as before. */
  const compose = (async (broadcast, { person, locale }) =>
    announcementMessage(broadcast, locale, await confirmationOf(broadcast, person))) satisfies Compose;

  const update = createOwnCard(parts);

  return {
    compose,

    async confirm(turn: Turn, { broadcast: id }: z.infer<typeof broadcastSchema>): Promise<Reply> {
      const { locale, now } = turn;
      const texts = hrTexts[locale];
      const person = personOf(turn);
      const broadcast = await ownAnnouncement(broadcasts, turn, id);
      const isRecipient = broadcast && (await ledger.find(broadcast.organisation, id, person.id)) !== undefined;
      if (!broadcast || !isRecipient) return { toast: texts.notARecipient, outcome: 'broadcast-unknown' };
      if (broadcast.recalledAt)
        return { replace: recalledMessage(broadcast, locale).card, outcome: 'broadcast-recalled' };
      await broadcasts.answered(broadcast.organisation, id, person.id, now);
      const confirmation = await confirmationOf(broadcast, person.id);
      if (confirmation.state !== 'done') return { toast: texts.notNoted, outcome: 'broadcast-not-noted' };
      void Promise.all([update(broadcast, person.id, compose), noticed(broadcast)]).catch((error: unknown) =>
        log.warn({ error, broadcast: id }, 'a confirmed card could not be updated'),
      );
      return { replace: announcementMessage(broadcast, locale, confirmation).card, outcome: 'broadcast-confirmed' };
    },
  };
}
