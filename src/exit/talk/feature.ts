import { type Action, defineAction, type Reply, type Turn } from '../../actions/index.js';
import type { Compose, FeaturePart } from '../../broadcast/index.js';
import type { ExitCase } from '../case/exit-case.js';
import { TALK, TALK_AREAS, TALK_HR } from '../case/subjects.js';
import { calendarMessage } from './calendar-file.js';
import { AREAS_JOB, createTalkDaily } from './daily.js';
import { createDesk, roleIn, type Seat } from './desk.js';
import { bookSchema, caseSchema, recordSchema, wishSchema } from './forms.js';
import { createLead } from './lead.js';
import { createNews } from './news.js';
import type { TalkParts } from './parts.js';
import { createSaveBooking } from './save-booking.js';
import { createSaveOutcome } from './save-outcome.js';
import { talkTexts } from './texts.js';
import { areasMessage, noteView, offerMessage, offerView, statusView } from './views.js';
import { isAwaitedBy, type Wish, wished } from './wish.js';

export interface ExitTalk extends FeaturePart {
  /** Once a day for an organisation, at a civil hour: offers, what a booking asks for, themes that become counts. */
  readonly onDaily: (organisation: string, now: Date) => Promise<void>;
}

/** The exit conversation: offer, guide, booking, question areas, outcome. */
export function createExitTalk(parts: TalkParts): ExitTalk {
  const { cases, content, directory, holdersOf } = parts;
  const desk = createDesk(parts);
  const news = createNews(parts);
  const daily = createTalkDaily(parts, news);
  const lead = createLead(parts, desk);
  const saveBooking = createSaveBooking(parts, desk, daily);
  const saveOutcome = createSaveOutcome(parts, desk);
  const gone = ({ locale }: Turn): Reply => ({ replace: noteView(talkTexts[locale].gone), outcome: 'talk-refused' });

  async function wish(turn: Turn, id: string, wanted: Wish): Promise<Reply> {
    const seat = await desk.own(turn, id);
    if (!seat) return gone(turn);
    const exitCase = await cases.change(seat.person.organisation, id, (old) => wished(old, wanted));
    const isForHr = exitCase.talk.withHr === true && isAwaitedBy(exitCase, 'hr');
    const isTold = !isForHr || (await news.tellHr(exitCase));
    const note = isTold ? '' : talkTexts[turn.locale].noHr;
    return { replace: offerView(exitCase, { locale: turn.locale, note }), touched: { case: id }, outcome: 'talk-wish' };
  }

  async function calendar(turn: Turn, id: string): Promise<Reply> {
    const texts = talkTexts[turn.locale];
    if (turn.conversation !== 'personal') return { toast: texts.onlyPersonal, outcome: 'not-personal' };
    const seat = await desk.any(turn, id);
    if (!seat) return { post: [{ card: noteView(texts.gone) }], outcome: 'talk-refused' };
    const file = calendarMessage(seat, { locale: turn.locale, now: turn.now, directory });
    return file ? { post: [file], touched: { case: id }, outcome: 'talk-file' } : { toast: texts.noBooking };
  }

  /** A card for one of those whom the case concerns; whoever it no longer concerns reads that it is gone. */
  const composed =
    (
      make: (exitCase: ExitCase, as: Seat['as'], ...rest: Parameters<Compose>) => ReturnType<Compose> | undefined,
    ): Compose =>
    async (broadcast, to) => {
      const exitCase = await cases.find(broadcast.organisation, String(broadcast.content.subject));
      const as = exitCase && roleIn(exitCase, to.person, holdersOf(exitCase));
      const made = exitCase && as && make(exitCase, as, broadcast, to);
      return made || { card: noteView(talkTexts[to.locale].gone) };
    };

  const own = <S extends typeof caseSchema>(
    verb: string,
    schema: S,
    handle: (turn: Turn, id: string) => Promise<Reply>,
  ): Action => defineAction({ verb, schema, allow: 'exit.own', handle: (input, turn) => handle(turn, input.case) });

  return {
    onDaily: (organisation, now) => daily.daily(organisation, now),
    jobs: { [AREAS_JOB]: daily.areas },
    composers: {
      [TALK]: composed((exitCase, as, _broadcast, { locale }) =>
        as === 'medarbetare'
          ? offerMessage(exitCase, { locale })
          : { card: statusView(exitCase, as, { locale, directory }), summary: talkTexts[locale].title },
      ),
      [TALK_HR]: composed((exitCase, as, _broadcast, { locale }) =>
        as === 'hr'
          ? { card: statusView(exitCase, as, { locale, directory }), summary: talkTexts[locale].title }
          : undefined,
      ),
      [TALK_AREAS]: composed((exitCase, as, _broadcast, { locale }) =>
        as === 'medarbetare' && exitCase.status === 'open' ? areasMessage(exitCase, content(), locale) : undefined,
      ),
    },
    commands: [
      {
        id: 'exit.talk',
        phrases: [
          ...['avslutssamtal guide', 'guide avslutssamtal', 'guide till avslutssamtal', 'boka avslutssamtal'],
          ...['exit conversation guide', 'exit talk guide', 'book exit conversation', 'book exit talk'],
        ],
        allow: 'exit.own',
        handle: (turn) => lead.typed(turn),
      },
    ],
    actions: [
      own('exit.talk.guide', caseSchema, lead.guide),
      own('exit.talk.form', caseSchema, lead.form),
      own('exit.talk.outcome', caseSchema, lead.outcome),
      own('exit.talk.calendar', caseSchema, calendar),
      defineAction({
        verb: 'exit.talk.book',
        schema: bookSchema,
        allow: 'exit.own',
        handle: (input, turn) => saveBooking(turn, input),
      }),
      defineAction({
        verb: 'exit.talk.record',
        schema: recordSchema,
        allow: 'exit.own',
        handle: (input, turn) => saveOutcome(turn, input),
      }),
      defineAction({
        verb: 'exit.talk.wish',
        schema: wishSchema,
        allow: 'exit.own',
        handle: (input, turn) => wish(turn, input.case, input.wish),
      }),
    ],
  };
}
