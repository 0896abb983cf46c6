import type { Reply, Turn } from '../../actions/index.js';
import type { Compose } from '../../broadcast/index.js';
import { ROUND } from '../round/start.js';
import type { RoundItem } from '../round/item.js';
import { deputyView } from './deputy-view.js';
import { type Desk, personOf, type PlanRespondParts, type Seat } from './desk.js';
import { type Typed, typedOf } from './forms.js';
import { type ItemAbout, itemView } from './item-view.js';
import { roundMessage } from './overview.js';
import { respondTexts } from './texts.js';

/** So many rounds are shown when somebody asks for what is theirs: more are not open at once. */
const MOST_ROUNDS = 3;

/** The cards of a round as replies: overview, one item, whom to hand over to; and as the message that is sent. */
export function createShow(parts: PlanRespondParts, desk: Desk) {
  const { directory, store, rounds, sendings, broadcasts, updateOwnCard, log } = parts;

  /** Made from what is stored at that moment, so that it is true whenever it is sent, updated or a reminder repeats it. */
  const compose = (async (broadcast, { person, locale }) => {
    const round = (await store.find(broadcast.organisation, String(broadcast.content.subject)))?.round;
    if (!round) return { card: goneView(respondTexts[locale].gone) };
    const items = await rounds.itemsOf(round.organisation, round.id, person);
    return roundMessage(round, items, person, { locale });
  }) satisfies Compose;

  /** Puts the overview in the place of the card that was sent, in the background: an answer to a press alone does not last. */
  function refreshSent({ round, person }: Seat): void {
    const update = async () => {
      for await (const id of sendings.list({ organisation: round.organisation, kind: ROUND, id: round.id })) {
        const broadcast = await broadcasts.find(round.organisation, id);
        if (broadcast) await updateOwnCard(broadcast, person.id, compose);
      }
    };
    update().catch((error: unknown) => log.warn({ error, round: round.id }, "a manager's card could not be updated"));
  }

  function overview(turn: Turn, seat: Seat, about: { page?: number; note?: string } = {}): Reply {
    const { card } = roundMessage(seat.round, seat.items, seat.person.id, { locale: turn.locale, ...about });
    return { replace: card, touched: { round: seat.round.id } };
  }

  return {
    compose,
    refreshSent,
    overview,

    item(turn: Turn, { round, person, items }: Seat, item: RoundItem, about: Partial<ItemAbout> = {}): Reply {
      const { locale, now } = turn;
      const whole = { round, all: items, person: person.id, locale, now, directory, ...about };
      return { replace: itemView(item, whole), touched: { round: round.id, item: item.key } };
    },

    deputy(
      seat: Seat,
      item: RoundItem,
      about: Pick<Parameters<typeof deputyView>[1], 'problem' | 'chosen'> = {},
    ): Reply {
      const left = seat.items.filter(({ response, persons }) => !response && persons.includes(seat.person.id)).length;
      return { replace: deputyView(item, { ...seat, directory, left, ...about }) };
    },

    /** Of what is not there or not theirs, with what was typed: it is on no other card any more. */
    gone(problem: string, typed?: Typed): Reply {
      return { replace: goneView(problem, typed), outcome: 'round-item-refused' };
    },

    /** "mina aktiviteter": the open rounds that ask the person, or the newest closed one. */
    async mine(turn: Turn): Promise<Reply> {
      const texts = respondTexts[turn.locale];
      if (turn.conversation !== 'personal')
        return { post: [{ text: texts.onlyInPersonalChat }], outcome: 'not-personal' };
      const person = personOf(turn);
      const found: Seat[] = [];
      let closed: Seat | undefined;
      for await (const round of store.list(person.organisation)) {
        if (found.length === MOST_ROUNDS) break;
        if (round.state === 'preparing' || (round.state === 'closed' && (closed ?? found[0]))) continue;
        const seat = await desk.seat(person, round.id);
        if (!seat || seat.items.length === 0) continue;
        if (round.state === 'closed') closed = seat;
        else found.push(seat);
      }
      const shown = found.length === 0 && closed ? [closed] : found;
      if (shown.length === 0) return { post: [{ text: texts.none }], outcome: 'round-none' };
      const post = shown.map(({ round, items }) => roundMessage(round, items, person.id, { locale: turn.locale }));
      return { post, outcome: 'round-shown' };
    },
  };
}

export type Show = ReturnType<typeof createShow>;

function goneView(problem: string, typed?: Typed) {
  const said = typed && typedOf(typed);
  const all = said ? [said.outcome, said.outcomeWomen, said.outcomeMen, said.reason, said.comment, said.resources] : [];
  const lines = all.filter((line) => line.trim() !== '').map((line) => ({ line }));
  return { template: 'plan/gone', data: { problem, lines } };
}
