import type { z } from 'zod';
import { type Message, pageOf, type Reply, type Turn, type View } from '../../actions/index.js';
import { type Locale, stockholmDate } from '../../calendar/index.js';
import { organisationOf } from '../../people/index.js';
import { ANNOUNCEMENT } from '../announcement.js';
import type { Broadcast } from '../broadcast.js';
import type { Compose } from '../composer.js';
import type { Subject } from '../live-cards.js';
import { type HrParts, ownAnnouncement, personOf, unknown } from './parts.js';
import { progressData } from './progress.js';
import { hrTexts } from './texts.js';
import type { broadcastSchema, pageSchema } from './values.js';
import { numberIn, shareIn } from './wording.js';

/** The kind of the live cards that show how a sending goes. */
export const PROGRESS = 'broadcast.progress';
const ON_A_PAGE = 6;

export function subjectOf({ organisation, id }: Broadcast): Subject {
  return { organisation, kind: PROGRESS, id };
}

/** HR's view of what was sent: the list, and the progress card that keeps itself true. */
export function createFollow(parts: HrParts) {
  const { broadcasts, liveCards, perSecond, clock } = parts;

  async function progress(broadcast: Broadcast, locale: Locale): Promise<View> {
    const { organisation, id } = broadcast;
    const counts = await broadcasts.counts(organisation, id);
    const about = { now: clock(), locale, perSecond, canRemind: parts.remind !== undefined };
    return { template: 'broadcast/progress', data: progressData(broadcast, counts, about) };
  }

  async function list(turn: Turn, page: number): Promise<View> {
    const { locale, asker } = turn;
    const organisation = organisationOf(asker);
    const { items, hasMore } = await pageOf(announcements(broadcasts.list(organisation)), page, { most: ON_A_PAGE });
    return {
      template: 'broadcast/list',
      data: {
        organisation,
        page,
        items: await Promise.all(items.map((broadcast) => line(broadcast, locale))),
        pages: [
          ...(page > 1 ? [{ to: page - 1, direction: 'previous' }] : []),
          ...(hasMore ? [{ to: page + 1, direction: 'next' }] : []),
        ],
      },
    };
  }

  async function line({ organisation, id, title, status, recalledAt, createdAt }: Broadcast, locale: Locale) {
    const counts = await broadcasts.counts(organisation, id);
    const { recipients = 0, delivered = 0, failed = 0 } = counts;
    return {
      broadcast: id,
      title,
      status: recalledAt ? 'recalled' : status,
      day: stockholmDate(createdAt),
      share: recipients > 0 ? shareIn(locale, delivered, recipients) : '',
      failed: failed > 0 ? numberIn(locale, failed) : '',
    };
  }

  async function show(turn: Turn, broadcast: Broadcast, once?: { readonly name: string; readonly at: Date }) {
    const title = hrTexts[turn.locale].progressTitle(broadcast.title);
    const person = personOf(turn).id;
    await liveCards.show(subjectOf(broadcast), [person], { title, by: person, ...once });
  }

  return {
    progress,

    /** A progress card in the asker's chat. With a name it is the same card however often it is shown. */
    show,

    /** The live card, made of what is stored at that moment. */
    compose: (async ({ organisation, content, title }, { locale }): Promise<Message> => {
      const broadcast = await broadcasts.find(organisation, String(content.subject));
      if (!broadcast) return { text: hrTexts[locale].progressGone };
      return { card: await progress(broadcast, locale), summary: title };
    }) satisfies Compose,

    async list(turn: Turn, { page }: z.infer<typeof pageSchema>): Promise<Reply> {
      return { replace: await list(turn, page), outcome: 'broadcasts' };
    },

    async postList(turn: Turn): Promise<Reply> {
      return { post: [{ card: await list(turn, 1), summary: hrTexts[turn.locale].listTitle }], outcome: 'broadcasts' };
    },

    async open(turn: Turn, { broadcast: id }: z.infer<typeof broadcastSchema>): Promise<Reply> {
      const broadcast = await ownAnnouncement(broadcasts, turn, id);
      if (!broadcast) return unknown(turn);
      await show(turn, broadcast);
      return { toast: hrTexts[turn.locale].below, outcome: 'broadcast-opened' };
    },

    async refresh(turn: Turn, { broadcast: id }: z.infer<typeof broadcastSchema>): Promise<Reply> {
      const broadcast = await ownAnnouncement(broadcasts, turn, id);
      if (!broadcast) return unknown(turn);
      return { replace: await progress(broadcast, turn.locale), outcome: 'broadcast-refreshed' };
    },
  };
}

export type Follow = ReturnType<typeof createFollow>;

async function* announcements(all: AsyncIterable<Broadcast>): AsyncGenerator<Broadcast> {
  for await (const broadcast of all) if (broadcast.kind === ANNOUNCEMENT) yield broadcast;
}
