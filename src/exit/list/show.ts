import type { Reply, Turn } from '../../actions/index.js';
import type { Compose } from '../../broadcast/index.js';
import type { ExitParts } from '../parts.js';
import { casesView } from './cases-view.js';
import { checklistMessage } from './checklist-view.js';
import { type Desk, personOf, type Seat } from './desk.js';
import type { Press, Typed } from './forms.js';
import { type ItemAbout, itemView } from './item-view.js';
import { noteView } from './note-view.js';
import type { Part } from './part.js';
import { listTexts } from './texts.js';

/** On which card a list stands, and where in it. */
export type Where = Pick<Press, 'isLive' | 'page' | 'scope'>;

/** The top of one's own list, on a card of its own. */
const TOP: Where = { isLive: false, page: 1, scope: 'own' };

/** The cards of a checklist as replies: list, one part, several cases; and as the message that is sent and kept true. */
export function createShow({ directory, clock }: Pick<ExitParts, 'directory' | 'clock'>, desk: Desk) {
  const leaverOf = ({ exitCase }: Seat) => directory.find(exitCase.employee);

  /** Made from what is stored at that moment, so that it is true whenever it is sent, updated or a reminder repeats it. */
  const compose = (async ({ organisation, content }, { person, locale }) => {
    const seat = await desk.seat({ id: person, organisation }, String(content.subject), clock());
    if (!seat) return { card: goneView(locale, listTexts[locale].gone) };
    return checklistMessage(seat, { locale, leaver: leaverOf(seat), isLive: true });
  }) satisfies Compose;

  function message({ locale }: Turn, seat: Seat, where: Where, note?: string) {
    return checklistMessage(seat, { locale, leaver: leaverOf(seat), ...where, note });
  }

  /** In the place of the card that was pressed. */
  function list(turn: Turn, seat: Seat, where: Where, note?: string): Reply {
    const { card } = message(turn, seat, where, note);
    return { replace: card, touched: { case: seat.exitCase.id } };
  }

  return {
    compose,
    list,

    /** The whole list. The live card never turns into it, or the next change would turn it back under somebody's eyes. */
    whole(turn: Turn, seat: Seat, where: Where): Reply {
      if (!where.isLive) return list(turn, seat, where);
      return { post: [message(turn, seat, { ...where, isLive: false })], touched: { case: seat.exitCase.id } };
    },

    /** One part; in a new message when the live card was pressed, which is made anew whenever anybody ticks, and takes what is typed. */
    part(
      { locale }: Turn,
      seat: Seat,
      part: Part,
      { where, ...about }: Partial<ItemAbout> & { readonly where: Where },
    ): Reply {
      const { page, scope, isLive } = where;
      const card = itemView(seat, part, { locale, name: leaverOf(seat)?.name, page, scope, ...about });
      const touched = { case: seat.exitCase.id, item: part.item.id };
      return isLive ? { post: [{ card, summary: part.item[locale] }], touched } : { replace: card, touched };
    },

    /** Of what is not there or not theirs, with what was typed: it is on no other card any more. */
    gone({ locale }: Turn, problem: string, typed?: Typed): Reply {
      return { replace: goneView(locale, problem, typed), outcome: 'exit-list-refused' };
    },

    cases({ locale }: Turn, seats: readonly Seat[], page: number): Reply {
      return { replace: casesView(seats, { directory, locale, page }) };
    },

    /** "min checklista": the open case of the person, or all of them to choose from. */
    async mine(turn: Turn): Promise<Reply> {
      const { locale, now } = turn;
      const texts = listTexts[locale];
      if (turn.conversation !== 'personal')
        return { post: [{ text: texts.onlyInPersonalChat }], outcome: 'not-personal' };
      const seats = await desk.open(personOf(turn), now);
      if (seats.length === 0) return { post: [{ text: texts.none }], outcome: 'exit-list-none' };
      const shown =
        seats.length === 1
          ? message(turn, seats[0]!, TOP)
          : { card: casesView(seats, { directory, locale, page: 1 }), summary: texts.casesTitle(seats.length) };
      return { post: [shown], outcome: 'exit-list-shown' };
    },
  };
}

export type Show = ReturnType<typeof createShow>;

function goneView(locale: Turn['locale'], problem: string, typed?: Typed) {
  return noteView({ title: listTexts[locale].goneTitle, problem, typed });
}
