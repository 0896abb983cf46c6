import type { z } from 'zod';
import type { Reply, Turn } from '../../actions/index.js';
import { stockholmDate } from '../../calendar/index.js';
import { judge, verdictText } from '../../privacy/index.js';
import type { RoundItem } from '../round/item.js';
import type { Responded } from '../round/answer.js';
import { type Desk, nextSilent, type PlanRespondParts, type Seat } from './desk.js';
import { type leaveSchema, type saveSchema, saidOf, type Typed, typedOf, refOf } from './forms.js';
import { canShow, valuesOf } from './item-view.js';
import type { Show } from './show.js';
import { respondTexts } from './texts.js';

type SaveInput = z.infer<typeof saveSchema>;
type LeaveInput = z.infer<typeof leaveSchema>;

/** "Spara och nästa" and the ways out of an item; whatever is refused comes back with all that was typed. */
export function createSave({ rounds, guard }: PlanRespondParts, desk: Desk, show: Show) {
  /** Numbers stop what is typed, sensitive words are asked about once. */
  function guarded(typed: Typed, shown: string, { locale }: Turn): { problem: string; shown: string } | undefined {
    const text = [
      typed.outcome,
      typed.outcomeWomen,
      typed.outcomeMen,
      typed.reason,
      typed.comment,
      typed.resources,
    ].join('\n');
    const verdict = judge(guard(text), shown);
    const problem = verdictText(verdict, locale);
    return problem === undefined ? undefined : { problem, shown: verdict.kind === 'ask' ? verdict.shown : shown };
  }

  /** Where somebody goes who has saved: to what is still silent, else back to the list. */
  async function onward(turn: Turn, outcome: Extract<Responded, { isLate: boolean }>): Promise<Reply> {
    const texts = respondTexts[turn.locale];
    const { item, round, kind, isLate } = outcome;
    const found = await desk.item(turn, { ...refOf(item), round: round.id });
    if (!found) return show.gone(texts.gone);
    const late = isLate ? texts.savedLate(stockholmDate(round.deadline)) : texts.saved;
    const note = kind === 'already' ? texts.savedAlready : late;
    const next = nextSilent(found.seat.items, item);
    const told = { outcome: kind === 'already' ? 'round-saved-already' : 'round-saved' };
    if (next) return { ...show.item(turn, found.seat, next, { note }), ...told };
    show.refreshSent(found.seat);
    return { ...show.overview(turn, found.seat, { note: `${note} ${texts.allDone}` }), ...told };
  }

  /** The item again, with what was typed and why it is not saved. */
  function back(turn: Turn, seat: Seat, item: RoundItem, about: Parameters<Show['item']>[3] & { typed: Typed }): Reply {
    // So much no card holds: a line beside it, and the client keeps what was typed.
    if (!canShow(about.typed, about))
      return { toast: respondTexts[turn.locale].tooLongToShow, outcome: 'round-refused' };
    return { ...show.item(turn, seat, item, about), outcome: about.isConflict ? 'round-conflict' : 'round-refused' };
  }

  return {
    async save(turn: Turn, input: SaveInput): Promise<Reply> {
      const texts = respondTexts[turn.locale];
      const typed = typedOf(input);
      const found = await desk.item(turn, input);
      if (!found) return show.gone(texts.notYours, typed);
      const { seat, item } = found;
      const fault = guarded(typed, input.shown, turn);
      if (fault) return back(turn, seat, item, { typed, problems: [fault.problem], shown: fault.shown });
      const outcome = await rounds.respond({
        item,
        seen: input.seen,
        said: saidOf(item, typed),
        by: seat.person.id,
        at: turn.now,
      });
      const { shown } = input;
      switch (outcome.kind) {
        case 'saved':
        case 'already':
          return onward(turn, outcome);
        case 'faulty': {
          const problems = outcome.faults.map((code) => texts.faults[code]);
          return back(turn, seat, outcome.item, { typed, shown, problems });
        }
        case 'conflict':
          return back(turn, seat, outcome.item, { typed, shown, isConflict: true });
        case 'closed':
          return back(turn, { ...seat, round: outcome.round }, outcome.item, {
            typed,
            shown,
            problems: [texts.closed],
          });
        case 'not-yours':
          return show.gone(texts.notYours, typed);
        case 'unknown':
          return show.gone(texts.gone, typed);
      }
    },

    /** To the list or to a deputy. Whoever typed something that is not saved is asked once. */
    async leave(turn: Turn, input: LeaveInput): Promise<Reply> {
      const texts = respondTexts[turn.locale];
      const typed = typedOf(input);
      const found = await desk.item(turn, input);
      if (!found) return show.gone(texts.notYours, typed);
      const { seat, item } = found;
      const { to, leaving } = input;
      const isOpen = seat.round.state !== 'closed';
      if (isOpen && leaving !== to && isDirty(item, typed, stockholmDate(turn.now)))
        return back(turn, seat, item, { typed, problems: [texts.unsaved], leaving: to });
      if (to === 'delegate' && isOpen) return { ...show.deputy(seat, item), outcome: 'round-deputy' };
      show.refreshSent(seat);
      return { ...show.overview(turn, seat), outcome: 'round-shown' };
    },
  };
}

/** Whether the inputs say anything else than the card did when it was made. */
function isDirty(item: RoundItem, typed: Typed, today: string): boolean {
  const before = valuesOf(item, today);
  return (Object.keys(before) as (keyof Typed)[]).some((field) => {
    const isThere =
      item.kind === 'activity' ||
      field === 'comment' ||
      (item.kind === 'goal' ? field === 'status' : field.startsWith('outcome'));
    return isThere && before[field].trim() !== typed[field].trim();
  });
}
