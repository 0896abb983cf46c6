import { type Action, defineAction, type Reply, type Turn } from '../../actions/index.js';
import { isCivil, nextCivilMoment } from '../../calendar/index.js';
import { organisationOf } from '../../people/index.js';
import type { Broadcast, Pass } from '../broadcast.js';
import { unfinished } from '../counts.js';
import { type Follow, subjectOf } from './follow.js';
import { type HrParts, noteView, ownAnnouncement, unknown } from './parts.js';
import { possible } from './progress.js';
import { hrTexts } from './texts.js';
import { momentIn } from './wording.js';
import { broadcastSchema, passSchema } from './values.js';

/** What the buttons of the progress card do. */
export function createControl(parts: HrParts, follow: Follow): Action[] {
  const { broadcasts } = parts;

  /** Carries out a change of an announcement of the asker's organisation, and brings every card about it up to date. */
  async function change(
    turn: Turn,
    id: string,
    carryOut: (broadcast: Broadcast, organisation: string) => Promise<Broadcast>,
  ): Promise<Reply> {
    const found = await ownAnnouncement(broadcasts, turn, id);
    if (!found) return unknown(turn);
    const changed = await carryOut(found, organisationOf(turn.asker));
    // Also where the card was pressed: what an answer to a press shows is gone when the chat is opened anew.
    await parts.liveCards.changed(subjectOf(changed));
    return { replace: await follow.progress(changed, turn.locale), outcome: 'broadcast-changed' };
  }

  const simple = (verb: string, carryOut: (organisation: string, id: string) => Promise<Broadcast>): Action =>
    defineAction({
      verb,
      schema: broadcastSchema,
      allow: 'broadcast.send',
      handle: ({ broadcast }, turn) => change(turn, broadcast, ({ id }, organisation) => carryOut(organisation, id)),
    });

  const pass = (verb: string, kind: Pass['kind']): Action =>
    defineAction({
      verb,
      schema: passSchema,
      allow: 'broadcast.send',
      handle: ({ broadcast, press }, turn) =>
        change(turn, broadcast, async (found, organisation) => {
          const counts = await broadcasts.counts(organisation, found.id);
          const can = possible(found, counts, { canRemind: false });
          // The card may be an old one: what is over stays over.
          if (!(kind === 'resend' ? can.resend : can.uncertain)) return found;
          return broadcasts.press(organisation, found.id, { id: `${kind} ${press}`, kind, at: turn.now });
        }),
    });

  /** Asks once in a card of its own: the progress card is made anew while somebody thinks. */
  const ask = (verb: string, what: 'recall' | 'cancel'): Action =>
    defineAction({
      verb,
      schema: broadcastSchema,
      allow: 'broadcast.send',
      handle: async ({ broadcast }, turn) => {
        const found = await ownAnnouncement(broadcasts, turn, broadcast);
        if (!found) return unknown(turn);
        const texts = hrTexts[turn.locale];
        const counts = await broadcasts.counts(found.organisation, found.id);
        const delivered = counts.delivered ?? 0;
        const question =
          what === 'recall' ? texts.recallAsk(delivered) : texts.cancelAsk(delivered, unfinished(counts));
        const data = { broadcast: found.id, title: found.title, what, question };
        return { post: [{ card: { template: 'broadcast/ask', data }, summary: question }], toast: texts.below };
      },
    });

  /** The answer to such a question: the change, and its card says that it is done. */
  const yes = (
    verb: string,
    what: 'recall' | 'cancel',
    carryOut: (organisation: string, id: string, turn: Turn) => Promise<Broadcast>,
  ): Action =>
    defineAction({
      verb,
      schema: broadcastSchema,
      allow: 'broadcast.send',
      handle: async ({ broadcast }, turn) => {
        const { replace, ...reply } = await change(turn, broadcast, ({ id }, organisation) =>
          carryOut(organisation, id, turn),
        );
        const { title, line } = hrTexts[turn.locale].done[what];
        return replace ? { ...reply, replace: noteView(title, line) } : reply;
      },
    });

  return [
    simple('broadcast.pause', (organisation, id) => broadcasts.pause(organisation, id)),
    simple('broadcast.resume', (organisation, id) => broadcasts.resume(organisation, id)),
    ask('broadcast.cancel', 'cancel'),
    yes('broadcast.cancel-yes', 'cancel', (organisation, id) => broadcasts.cancel(organisation, id)),
    ask('broadcast.recall', 'recall'),
    yes('broadcast.recall-yes', 'recall', (organisation, id, { now }) => broadcasts.recall(organisation, id, now)),
    pass('broadcast.resend', 'resend'),
    pass('broadcast.accept-uncertain', 'accept-uncertain'),
    pass('broadcast.resend-uncertain', 'resend-uncertain'),
    defineAction({
      verb: 'broadcast.remind',
      schema: broadcastSchema,
      allow: 'broadcast.send',
      handle: async ({ broadcast }, turn) => {
        const found = await ownAnnouncement(broadcasts, turn, broadcast);
        if (!found) return unknown(turn);
        const texts = hrTexts[turn.locale];
        const counts = await broadcasts.counts(found.organisation, found.id);
        const isPossible = possible(found, counts, { canRemind: parts.remind !== undefined }).remind;
        if (!isPossible) return { toast: texts.reminded(0), outcome: 'broadcast-reminded' };
        const reminded = await parts.remind!(found, turn.now);
        await parts.liveCards.changed(subjectOf(found));
        // Nobody is written to at night or on a holiday: then it waits.
        const toast = isCivil(turn.now)
          ? reminded === 0
            ? texts.nobodyNow
            : texts.reminded(reminded)
          : texts.remindedLater(momentIn(nextCivilMoment(turn.now)));
        return { toast, outcome: 'broadcast-reminded' };
      },
    }),
    defineAction({
      verb: 'broadcast.close',
      schema: broadcastSchema,
      allow: 'broadcast.send',
      handle: (_input, { locale }) => ({
        replace: noteView(hrTexts[locale].unchangedTitle, hrTexts[locale].unchangedLine),
        outcome: 'broadcast-closed',
      }),
    }),
  ];
}
