import type { Reply, Turn } from '../../actions/index.js';
import { judge, verdictText } from '../../privacy/index.js';
import type { z } from 'zod';
import { type Booked, booked } from './book.js';
import { calendarMessage } from './calendar-file.js';
import { THEME_CODES } from './content.js';
import type { TalkDaily } from './daily.js';
import type { Desk, LeadSeat } from './desk.js';
import { bookView, recordView } from './form-views.js';
import type { bookSchema, recordSchema } from './forms.js';
import type { TalkParts } from './parts.js';
import { OUTCOMES, type Recorded, recorded } from './record.js';
import { talkTexts } from './texts.js';
import { readBooking } from './times.js';
import { guideView, noteView, pickView, statusView } from './views.js';
import { wishOf } from './wish.js';
import { bookingIn, outcomeIn } from './wording.js';

const LONGEST_PLACE = 100;

/**
 * What manager and HR do: guide, booking, outcome. Guide and forms come as messages of their own, so that the card with their
 * buttons stays, and may change, without taking along what is being typed.
 */
export function createLead(parts: TalkParts, desk: Desk, { afterBooking }: Pick<TalkDaily, 'afterBooking'>) {
  const { cases, content, directory, guard } = parts;
  const aboutOf = ({ locale, now }: Turn) => ({ locale, now, directory });
  const gone = ({ locale }: Turn): Reply => ({
    post: [{ card: noteView(talkTexts[locale].gone) }],
    outcome: 'talk-refused',
  });
  const goneInPlace = ({ locale }: Turn): Reply => ({
    replace: noteView(talkTexts[locale].gone),
    outcome: 'talk-refused',
  });

  /** Runs for somebody who leads the case's conversation, in the own chat. */
  async function asLead(turn: Turn, id: string, run: (seat: LeadSeat) => Reply, otherwise = gone): Promise<Reply> {
    if (turn.conversation !== 'personal')
      return { toast: talkTexts[turn.locale].onlyPersonal, outcome: 'not-personal' };
    const seat = await desk.lead(turn, id);
    return seat ? { touched: { case: id }, ...run(seat) } : otherwise(turn);
  }

  const guideReply = (seat: LeadSeat, turn: Turn): Reply => ({
    post: [{ card: guideView(seat, content(), aboutOf(turn)), summary: talkTexts[turn.locale].title }],
    outcome: 'talk-guide',
  });

  function bookFaults(typed: z.infer<typeof bookSchema>, seat: LeadSeat, turn: Turn) {
    const texts = talkTexts[turn.locale];
    const place = typed.place.trim();
    const time = readBooking(typed, seat.exitCase, turn.now);
    const verdict = judge(guard(place), typed.shown);
    const guarded = verdictText(verdict, turn.locale);
    const problems = [
      ...(typeof time === 'string' ? [texts.timeFaults[time]] : []),
      ...(place === '' ? [texts.placeMissing] : []),
      ...(place.length > LONGEST_PLACE ? [texts.placeTooLong] : []),
      ...(guarded === undefined ? [] : [guarded]),
    ];
    if (typeof time !== 'string' && problems.length === 0) return { booking: { ...time, place } };
    return { problems, shown: verdict.kind === 'ask' ? verdict.shown : typed.shown };
  }

  return {
    guide: (turn: Turn, id: string) => asLead(turn, id, (seat) => guideReply(seat, turn)),

    /** Typed: the guide of the one case, or which one. */
    async typed(turn: Turn): Promise<Reply> {
      const texts = talkTexts[turn.locale];
      if (turn.conversation !== 'personal') return { post: [{ text: texts.onlyPersonal }], outcome: 'not-personal' };
      const [first, ...more] = await desk.mine(turn);
      if (!first) return { post: [{ text: texts.none }], outcome: 'talk-none' };
      if (more.length === 0) return guideReply(first, turn);
      return {
        post: [{ card: pickView([first, ...more], aboutOf(turn)), summary: texts.title }],
        outcome: 'talk-pick',
      };
    },

    form: (turn: Turn, id: string) =>
      asLead(turn, id, (seat) => ({ post: [{ card: bookView(seat, aboutOf(turn)) }], outcome: 'talk-form' })),

    async book(turn: Turn, input: z.infer<typeof bookSchema>): Promise<Reply> {
      const texts = talkTexts[turn.locale];
      const seat = await desk.lead(turn, input.case);
      if (!seat) return goneInPlace(turn);
      const { date, time, minutes, place, seen } = input;
      const back = (now: LeadSeat, problems: readonly string[], shown = input.shown): Reply => ({
        replace: bookView(now, { ...aboutOf(turn), typed: { date, time, minutes, place }, problems, shown }),
        touched: { case: input.case },
        outcome: 'talk-book-refused',
      });
      const read = bookFaults(input, seat, turn);
      if (!read.booking) return back(seat, read.problems, read.shown);
      const { booking } = read;
      const decided: { as: Booked } = { as: { kind: 'over' } };
      const exitCase = await cases.change(seat.person.organisation, input.case, (old) => {
        decided.as = booked(old, booking, seen);
        return decided.as.kind === 'booked' ? decided.as.exitCase : undefined;
      });
      const { kind } = decided.as;
      if (kind === 'over')
        return { replace: noteView(texts.bookOver), touched: { case: input.case }, outcome: 'talk-over' };
      if (kind === 'conflict')
        return back({ ...seat, exitCase }, [texts.bookConflict(bookingIn(turn.locale, exitCase.talk))]);
      // Also when it was booked already: whoever did may have died before this line.
      await afterBooking(exitCase);
      const isDeclined = wishOf(exitCase.talk) === 'none';
      const note = kind === 'already' ? texts.bookedAlready : isDeclined ? texts.bookedDeclined : texts.booked;
      const file = calendarMessage({ ...seat, exitCase }, aboutOf(turn));
      return {
        replace: statusView(exitCase, seat.as, { ...aboutOf(turn), note }),
        post: file ? [file] : [],
        touched: { case: input.case },
        outcome: `talk-${kind}`,
      };
    },

    outcome: (turn: Turn, id: string) =>
      asLead(turn, id, (seat) => ({
        post: [{ card: recordView(seat, content(), aboutOf(turn)) }],
        outcome: 'talk-form',
      })),

    async record(turn: Turn, input: z.infer<typeof recordSchema>): Promise<Reply> {
      const texts = talkTexts[turn.locale];
      const seat = await desk.lead(turn, input.case);
      if (!seat) return goneInPlace(turn);
      const back = (now: LeadSeat, problem: string): Reply => ({
        replace: recordView(now, content(), {
          ...aboutOf(turn),
          typed: { outcome: input.outcome, themes: input.themes },
          problems: [problem],
        }),
        touched: { case: input.case },
        outcome: 'talk-record-refused',
      });
      const outcome = OUTCOMES.find((one) => one === input.outcome);
      const themes = input.themes.split(',').filter((theme) => THEME_CODES.includes(theme));
      if (!outcome) return back(seat, texts.outcomeMissing);
      if (outcome !== 'held' && themes.length > 0) return back(seat, texts.themesWithout);
      const { bookedFor } = seat.exitCase.talk;
      if (outcome === 'held' && bookedFor && bookedFor > turn.now)
        return back(seat, texts.tooEarly(bookingIn(turn.locale, seat.exitCase.talk)));
      const decided: { as: Recorded } = { as: { kind: 'over' } };
      const exitCase = await cases.change(seat.person.organisation, input.case, (old) => {
        decided.as = recorded(old, { outcome, themes, by: seat.as, at: turn.now }, input.seen);
        return decided.as.kind === 'recorded' ? decided.as.exitCase : undefined;
      });
      const { kind } = decided.as;
      if (kind === 'over')
        return { replace: noteView(texts.recordOver), touched: { case: input.case }, outcome: 'talk-over' };
      if (kind === 'conflict')
        return back({ ...seat, exitCase }, texts.recordConflict(outcomeIn(turn.locale, exitCase.talk)));
      const note = kind === 'already' ? texts.recordedAlready : texts.recorded;
      return {
        replace: statusView(exitCase, seat.as, { ...aboutOf(turn), note }),
        touched: { case: input.case },
        outcome: `talk-${kind}`,
      };
    },
  };
}
