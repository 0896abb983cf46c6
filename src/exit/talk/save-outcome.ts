import type { z } from 'zod';
import type { Reply, Turn } from '../../actions/index.js';
import type { ExitCase } from '../case/exit-case.js';
import { THEME_CODES } from './content.js';
import type { Desk, LeadSeat } from './desk.js';
import { recordView } from './form-views.js';
import type { recordSchema } from './forms.js';
import type { TalkParts } from './parts.js';
import { type Outcome, OUTCOMES, type Recorded, recorded } from './record.js';
import { talkTexts } from './texts.js';
import { noteView, statusView } from './views.js';
import { bookingIn, outcomeIn } from './wording.js';

type Input = z.infer<typeof recordSchema>;
type Read = { readonly outcome: Outcome; readonly themes: readonly string[] } | { readonly problem: string };

/** "Spara utfallet": an outcome and theme codes, and nothing else. */
export function createSaveOutcome(
  { cases, content, directory }: Pick<TalkParts, 'cases' | 'content' | 'directory'>,
  desk: Desk,
) {
  function readInput(input: Input, { talk }: ExitCase, { locale, now }: Turn): Read {
    const texts = talkTexts[locale];
    const outcome = OUTCOMES.find((one) => one === input.outcome);
    const themes = input.themes.split(',').filter((theme) => THEME_CODES.includes(theme));
    if (!outcome) return { problem: texts.outcomeMissing };
    if (outcome !== 'held' && themes.length > 0) return { problem: texts.themesWithout };
    const isToCome = talk.bookedFor !== undefined && talk.bookedFor > now;
    return outcome === 'held' && isToCome ? { problem: texts.tooEarly(bookingIn(locale, talk)) } : { outcome, themes };
  }

  return async (turn: Turn, input: Input): Promise<Reply> => {
    const texts = talkTexts[turn.locale];
    const about = { locale: turn.locale, directory };
    const touched = { case: input.case };
    const seat = await desk.lead(turn, input.case);
    if (!seat) return { replace: noteView(texts.gone), outcome: 'talk-refused' };
    const typed = { outcome: input.outcome, themes: input.themes };
    const back = (now: LeadSeat, problem: string): Reply => ({
      replace: recordView(now, content(), { ...about, typed, problems: [problem] }),
      touched,
      outcome: 'talk-record-refused',
    });
    const read = readInput(input, seat.exitCase, turn);
    if ('problem' in read) return back(seat, read.problem);
    const decided: { as: Recorded } = { as: { kind: 'over' } };
    const exitCase = await cases.change(seat.person.organisation, input.case, (old) => {
      decided.as = recorded(old, { ...read, by: seat.as, at: turn.now }, input.seen);
      return decided.as.kind === 'recorded' ? decided.as.exitCase : undefined;
    });
    const { kind } = decided.as;
    if (kind === 'over') return { replace: noteView(texts.recordOver), touched, outcome: 'talk-over' };
    if (kind === 'conflict')
      return back({ ...seat, exitCase }, texts.recordConflict(outcomeIn(turn.locale, exitCase.talk, seat.as)));
    const note = kind === 'already' ? texts.recordedAlready : texts.recorded;
    return { replace: statusView(exitCase, seat.as, { ...about, note }), touched, outcome: `talk-${kind}` };
  };
}
