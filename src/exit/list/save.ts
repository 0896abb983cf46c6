import type { z } from 'zod';
import type { Reply, Turn } from '../../actions/index.js';
import { judge, verdictText } from '../../privacy/index.js';
import type { ExitParts } from '../parts.js';
import { type Desk, findPart, isOwn, personOf, type Seat } from './desk.js';
import { type doneSchema, isDirty, type leaveSchema, saidOf, type saveSchema, type Typed, typedOf } from './forms.js';
import { canShow, type ItemAbout } from './item-view.js';
import { isLeft, nextLeft, type Part } from './part.js';
import type { Show, Where } from './show.js';
import { listTexts } from './texts.js';
import { faultsOf } from './tick.js';
import type { Outcome, Ticking } from './ticking.js';
import { numberIn, readerOf } from './wording.js';

type SaveInput = z.infer<typeof saveSchema>;
type LeaveInput = z.infer<typeof leaveSchema>;
type DoneInput = z.infer<typeof doneSchema>;

export interface SaveParts {
  readonly desk: Desk;
  readonly show: Show;
  readonly ticking: Ticking;
}

/** "Klar", "Spara och nästa" and the way out of a part; whatever is refused comes back with all that was typed. */
export function createSave({ guard, directory }: Pick<ExitParts, 'guard' | 'directory'>, parts: SaveParts) {
  const { desk, show, ticking } = parts;

  /** Numbers stop what is typed; sensitive words and names are asked about once: a function is meant, and a task. */
  function guarded({ delegatedTo, comment }: Typed, shown: string, turn: Turn) {
    const names = directory.inOrganisation(personOf(turn).organisation).map(({ name }) => name);
    const verdict = judge(guard(`${delegatedTo}\n${comment}`, { names }), shown);
    const problem = verdictText(verdict, turn.locale);
    return { problems: problem === undefined ? [] : [problem], shown: verdict.kind === 'ask' ? verdict.shown : shown };
  }

  /** The part again, with what was typed and why it is not saved. */
  function back(turn: Turn, seat: Seat, part: Part, about: Partial<ItemAbout> & { typed: Typed; where: Where }): Reply {
    // So much no card holds: a line beside it, and the client keeps what was typed.
    if (!canShow(about.typed, about.shown))
      return { toast: listTexts[turn.locale].tooLongToShow, outcome: 'exit-list-refused' };
    const outcome = about.isConflict ? 'exit-list-conflict' : 'exit-list-refused';
    return { ...show.part(turn, seat, part, about), outcome };
  }

  return {
    /** One press on a line of the list. */
    async done(turn: Turn, input: DoneInput): Promise<Reply> {
      const texts = listTexts[turn.locale];
      const typed: Typed = { state: 'done', delegatedTo: '', comment: '' };
      const said = { state: 'done', delegatedTo: '', comment: '' } as const;
      const outcome = await ticking(turn, input, { said, seen: input.seen });
      if (outcome.kind === 'not-yours') return show.gone(turn, outcome.seat ? texts.notYours : texts.gone);
      const { seat, part, kind } = outcome;
      // Somebody else, or another card, has more to say than "done": that is not wiped away by one press.
      if (kind === 'conflict' && part.tick?.state !== 'done')
        return back(turn, seat, part, { typed, where: input, isConflict: true });
      return { ...show.list(turn, seat, input, notedOf(outcome, turn)), outcome: `exit-list-${kind}` };
    },

    async save(turn: Turn, input: SaveInput): Promise<Reply> {
      const texts = listTexts[turn.locale];
      const typed = typedOf(input);
      const where: Where = { isLive: false, page: input.page, scope: input.scope };
      const seat = await desk.seat(personOf(turn), input.exit, turn.now);
      const part = seat && findPart(seat, input);
      if (!seat || !part || !isOwn(seat, part)) return show.gone(turn, seat ? texts.notYours : texts.gone, typed);
      const said = saidOf(typed);
      const { problems, shown } = guarded(typed, input.shown, turn);
      const faults = [...faultsOf(said).map((fault) => texts.faults[fault]), ...problems];
      const { state } = said;
      if (state === undefined || faults.length > 0)
        return back(turn, seat, part, { typed, where, shown, problems: faults });
      const outcome = await ticking(turn, input, { said: { ...said, state }, seen: input.seen });
      switch (outcome.kind) {
        case 'saved':
        case 'already':
          return onward(turn, outcome, where);
        case 'conflict':
          return back(turn, outcome.seat, outcome.part, { typed, where, shown, isConflict: true });
        case 'closed':
          return back(turn, outcome.seat, outcome.part, { typed, where, shown, problems: [texts.closed] });
        case 'not-yours':
          return show.gone(turn, texts.notYours, typed);
      }
    },

    /** To the list. Whoever typed something that is not saved is asked once. */
    async leave(turn: Turn, input: LeaveInput): Promise<Reply> {
      const texts = listTexts[turn.locale];
      const typed = typedOf(input);
      const where: Where = { isLive: false, page: input.page, scope: input.scope };
      const seat = await desk.seat(personOf(turn), input.exit, turn.now);
      const part = seat && findPart(seat, input);
      if (!seat || !part) return show.gone(turn, texts.gone, typed);
      const mayType = seat.exitCase.status === 'open' && isOwn(seat, part);
      if (mayType && !input.isLeaving && isDirty(part, typed))
        return back(turn, seat, part, { typed, where, problems: [texts.unsaved], isLeaving: true });
      return { ...show.list(turn, seat, where), outcome: 'exit-list-shown' };
    },
  };

  /** Where somebody goes who has saved: to what is left, else back to the list. */
  function onward(turn: Turn, outcome: Extract<Outcome, { part: Part }>, where: Where): Reply {
    const { seat, part, kind } = outcome;
    const note = notedOf(outcome, turn);
    const next = nextLeft(seat.own, part);
    const told = { outcome: `exit-list-${kind}` };
    if (next) return { ...show.part(turn, seat, next, { where, note }), ...told };
    return { ...show.list(turn, seat, { ...where, page: 1 }, note), ...told };
  }
}

/** "Punkt 29 är sparad. 4 kvar." */
function notedOf({ kind, seat, part }: Extract<Outcome, { part: Part }>, { locale }: Turn): string {
  const texts = listTexts[locale];
  if (kind === 'closed') return '';
  const number = numberIn(locale, part, readerOf(seat.sides));
  const what = kind === 'saved' ? texts.saved(number) : texts.savedAlready(number);
  return `${what} ${texts.left(seat.own.filter((one) => isLeft(one)).length)}`;
}
