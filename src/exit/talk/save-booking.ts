import type { z } from 'zod';
import type { Reply, Turn } from '../../actions/index.js';
import { judge, verdictText } from '../../privacy/index.js';
import { type Booked, booked, type Booking } from './book.js';
import { calendarMessage } from './calendar-file.js';
import type { TalkDaily } from './daily.js';
import type { Desk, LeadSeat } from './desk.js';
import { bookView } from './form-views.js';
import type { bookSchema } from './forms.js';
import type { TalkParts } from './parts.js';
import { talkTexts } from './texts.js';
import { readBooking } from './times.js';
import { noteView, statusView } from './views.js';
import { wishOf } from './wish.js';
import { bookingIn } from './wording.js';

const LONGEST_PLACE = 100;

type Input = z.infer<typeof bookSchema>;
type Read = { readonly booking: Booking } | { readonly problems: readonly string[]; readonly shown: string };

/** "Boka": a time and a place, then a calendar file; whatever is refused comes back with what was typed. */
export function createSaveBooking(
  { cases, directory, guard }: Pick<TalkParts, 'cases' | 'directory' | 'guard'>,
  desk: Desk,
  { afterBooking }: Pick<TalkDaily, 'afterBooking'>,
) {
  function readInput(input: Input, { exitCase }: LeadSeat, { locale, now }: Turn): Read {
    const texts = talkTexts[locale];
    const place = input.place.trim();
    const time = readBooking(input, exitCase, now);
    const verdict = judge(guard(place), input.shown);
    const guarded = verdictText(verdict, locale);
    const problems = [
      ...(typeof time === 'string' ? [texts.timeFaults[time]] : []),
      ...(place === '' ? [texts.placeMissing] : []),
      ...(place.length > LONGEST_PLACE ? [texts.placeTooLong] : []),
      ...(guarded === undefined ? [] : [guarded]),
    ];
    if (typeof time !== 'string' && problems.length === 0) return { booking: { ...time, place } };
    return { problems, shown: verdict.kind === 'ask' ? verdict.shown : input.shown };
  }

  return async (turn: Turn, input: Input): Promise<Reply> => {
    const texts = talkTexts[turn.locale];
    const about = { locale: turn.locale, now: turn.now, directory };
    const touched = { case: input.case };
    const seat = await desk.lead(turn, input.case);
    if (!seat) return { replace: noteView(texts.gone), outcome: 'talk-refused' };
    const { date, time, minutes, place } = input;
    const back = (now: LeadSeat, problems: readonly string[], shown: string): Reply => ({
      replace: bookView(now, { ...about, typed: { date, time, minutes, place }, problems, shown }),
      touched,
      outcome: 'talk-book-refused',
    });
    const read = readInput(input, seat, turn);
    if ('problems' in read) return back(seat, read.problems, read.shown);
    const decided: { as: Booked } = { as: { kind: 'over' } };
    const exitCase = await cases.change(seat.person.organisation, input.case, (old) => {
      decided.as = booked(old, read.booking, { seen: input.seen, by: seat.as });
      return decided.as.kind === 'booked' ? decided.as.exitCase : undefined;
    });
    const { kind } = decided.as;
    if (kind === 'over') return { replace: noteView(texts.bookOver), touched, outcome: 'talk-over' };
    if (kind === 'conflict')
      return back({ ...seat, exitCase }, [texts.bookConflict(bookingIn(turn.locale, exitCase.talk))], input.shown);
    // Also when it was booked already: whoever did may have died before this line.
    await afterBooking(exitCase);
    const file = calendarMessage({ ...seat, exitCase }, about);
    const isDeclined = wishOf(exitCase.talk) === 'none';
    const note = kind === 'already' ? texts.bookedAlready : isDeclined ? texts.bookedDeclined : texts.booked;
    return {
      replace: statusView(exitCase, seat.as, { ...about, note }),
      post: file ? [file] : [],
      touched,
      outcome: `talk-${kind}`,
    };
  };
}
