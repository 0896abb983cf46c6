import type { z } from 'zod';
import { type Message, pageOf, type Reply, type Turn, type View } from '../../actions/index.js';
import { type Compose, shareIn, type Subject } from '../../broadcast/index.js';
import { type Locale, stockholmDate } from '../../calendar/index.js';
import { organisationOf } from '../../people/index.js';
import type { Round } from '../round/index.js';
import { countRound } from './count.js';
import { ownRound, type PlanHrParts, personOf, unknown } from './parts.js';
import type { Sendings } from './sendings.js';
import { statusView } from './status-view.js';
import { planHrTexts } from './texts.js';
import type { pageSchema, roundIdSchema } from './values.js';

/** The kind of the live cards that show how a round goes. */
export const ROUND_STATUS = 'plan.round-status';
const ON_A_PAGE = 6;

export function statusOf({ organisation, id }: Pick<Round, 'organisation' | 'id'>): Subject {
  return { organisation, kind: ROUND_STATUS, id };
}

/** HR's view of the rounds: the list, and the card of each that keeps itself true. */
export function createFollow(parts: PlanHrParts, sendings: Sendings) {
  const { rounds, liveCards, clock } = parts;

  async function status(round: Round, locale: Locale): Promise<View> {
    const { organisation, id } = round;
    const [count, counts] = await Promise.all([
      countRound(rounds.digests(organisation, id)),
      sendings.counts({ organisation, id }),
    ]);
    return statusView(round, count, counts, { now: clock(), locale });
  }

  async function list({ asker, locale }: Turn, page: number): Promise<View> {
    const organisation = organisationOf(asker);
    const { items, hasMore } = await pageOf(rounds.list(organisation), page, { most: ON_A_PAGE });
    return {
      template: 'plan/rounds',
      data: {
        organisation,
        page,
        items: await Promise.all(items.map((round) => line(round, locale))),
        pages: [
          ...(page > 1 ? [{ to: page - 1, direction: 'previous' }] : []),
          ...(hasMore ? [{ to: page + 1, direction: 'next' }] : []),
        ],
      },
    };
  }

  async function line({ organisation, id, title, state, deadline, createdAt }: Round, locale: Locale) {
    const { items, answered } = await countRound(rounds.digests(organisation, id));
    return {
      round: id,
      title,
      state,
      day: stockholmDate(createdAt),
      deadline: stockholmDate(deadline),
      share: items > 0 ? shareIn(locale, answered, items) : '',
    };
  }

  async function show(turn: Turn, round: Round, once?: { readonly name: string; readonly at: Date }): Promise<void> {
    const title = planHrTexts[turn.locale].statusTitle(round.title);
    const person = personOf(turn).id;
    await liveCards.show(statusOf(round), [person], { title, by: person, ...once });
  }

  return {
    status,

    /** A card in the asker's chat. With a name it is the same card however often it is shown. */
    show,

    /** The live card, made of what is stored at that moment. */
    compose: (async ({ organisation, content, title }, { locale }): Promise<Message> => {
      const stored = await rounds.find(organisation, String(content.subject));
      if (!stored) return { text: planHrTexts[locale].statusGone };
      return { card: await status(stored.round, locale), summary: title };
    }) satisfies Compose,

    async list(turn: Turn, { page }: z.infer<typeof pageSchema>): Promise<Reply> {
      return { replace: await list(turn, page), outcome: 'rounds' };
    },

    async postList(turn: Turn): Promise<Reply> {
      return { post: [{ card: await list(turn, 1), summary: planHrTexts[turn.locale].listTitle }], outcome: 'rounds' };
    },

    async open(turn: Turn, { round: id }: z.infer<typeof roundIdSchema>): Promise<Reply> {
      const stored = await ownRound(parts, turn, id);
      if (!stored) return unknown(turn);
      await show(turn, stored.round);
      return { toast: planHrTexts[turn.locale].below, outcome: 'round-opened' };
    },

    async refresh(turn: Turn, { round: id }: z.infer<typeof roundIdSchema>): Promise<Reply> {
      const stored = await ownRound(parts, turn, id);
      if (!stored) return unknown(turn);
      return { replace: await status(stored.round, turn.locale), outcome: 'round-refreshed' };
    },
  };
}

export type Follow = ReturnType<typeof createFollow>;
