import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Reply, Turn } from '../../actions/index.js';
import { stockholmDate } from '../../calendar/index.js';
import { judge, verdictText } from '../../privacy/index.js';
import type { ExitParts } from '../parts.js';
import { faultsOf } from './check.js';
import type { Desk } from './desk.js';
import { type editSchema, type markSchema, type removeSchema, type SaveInput, saidOf } from './forms.js';
import { markerOf, markPart, removePart, type Said, writePart } from './handover.js';
import type { News } from './news.js';
import type { Show } from './show.js';
import { faultText, handoverTexts } from './texts.js';
import { mayWrite, type Seat } from './views.js';

/** More typed text than this, in bytes, does not fit on a card beside the rest: then the client keeps it. */
const MOST_TYPED = 12 * 1024;

/** What changes a plan: writing, removing and ticking a part. Whatever is refused keeps all that was typed. */
export function createWrite({ guard }: Pick<ExitParts, 'guard'>, desk: Desk, show: Show, news: News) {
  /** A case whose plan the asker writes. */
  async function written(turn: Turn, id: string): Promise<Seat | undefined> {
    const seat = await desk.seat(turn, id);
    return seat && mayWrite(seat) ? seat : undefined;
  }

  /** Numbers stop what is typed, sensitive words are asked about once. */
  function guarded({ what, to }: Said, shown: string, { locale }: Turn) {
    const verdict = judge(guard([what, to].join('\n')), shown);
    const problem = verdictText(verdict, locale);
    return problem === undefined ? undefined : { problem, shown: verdict.kind === 'ask' ? verdict.shown : shown };
  }

  return {
    async edit(turn: Turn, input: z.infer<typeof editSchema>): Promise<Reply> {
      const found = await written(turn, input.case);
      if (!found) return show.refused(turn, 'gone');
      const { page, isLive } = input;
      const part = found.exitCase.handover.find(({ id }) => id === input.part);
      if (input.part !== '' && !part)
        return show.overview(turn, found, { note: handoverTexts[turn.locale].gonePart, isLive });
      return show.form(turn, found, { page, isLive, form: randomUUID(), ...(part && { part }) });
    },

    async save(turn: Turn, input: SaveInput): Promise<Reply> {
      const { locale, now } = turn;
      const texts = handoverTexts[locale];
      const found = await written(turn, input.case);
      if (!found) return show.refused(turn, 'gone');
      const said = saidOf(input);
      const id = input.part || input.form;
      const before = found.exitCase.handover.find((part) => part.id === id);
      // A new part is named by its form: what the card names must be there.
      if (input.part !== '' && !before) return show.refused(turn, 'gonePart');
      const { page, form, seen, shown } = input;
      const back = (about: Partial<Parameters<Show['form']>[2]>): Reply => {
        const isTooMuch = Buffer.byteLength(JSON.stringify(said)) > MOST_TYPED;
        if (isTooMuch) return { toast: texts.tooLong, outcome: 'handover-refused' };
        const part = input.part === '' && !about.isConflict ? undefined : before;
        const whole = { page, form, shown, typed: { said, seen }, ...(part && { part }), ...about };
        return { ...show.form(turn, found, whole), outcome: 'handover-refused' };
      };
      const fault = guarded(said, shown, turn);
      if (fault) return back({ problems: [fault.problem], shown: fault.shown });
      const faults = faultsOf(said, found.exitCase, stockholmDate(now), before);
      if (faults.length > 0) return back({ problems: faults.map((one) => faultText(one, locale)) });
      const { outcome, part, seat } = await desk.change(found, (stored) =>
        writePart(stored, { id, seen, said, by: found.viewer === 'chef' ? 'chef' : 'medarbetare' }),
      );
      switch (outcome) {
        case 'saved':
        case 'already':
          // Also when it was saved already: whoever did may have died before this line.
          if (seat.exitCase.handover.length === 1) await news.begun(seat.exitCase);
          return { ...show.overview(turn, seat, { part: id, note: texts[outcome] }), outcome: `handover-${outcome}` };
        case 'conflict':
          return { ...back({ part, isConflict: true }), outcome: 'handover-conflict' };
        case 'full':
        case 'locked':
          return back({ problems: [texts[outcome]] });
        case 'gone':
          return show.refused(turn, 'gonePart');
        case 'closed':
          return show.refused(turn, 'closed');
      }
    },

    async remove(turn: Turn, input: z.infer<typeof removeSchema>): Promise<Reply> {
      const texts = handoverTexts[turn.locale];
      const found = await written(turn, input.case);
      if (!found) return show.refused(turn, 'gone');
      const { page } = input;
      const part = found.exitCase.handover.find(({ id }) => id === input.part);
      if (part && input.sure === '')
        return { ...show.form(turn, found, { page, form: randomUUID(), part, sure: true }), outcome: 'handover-asked' };
      const { outcome, seat } = await desk.change(found, (stored) => removePart(stored, input.part));
      const note = { saved: texts.removed, already: texts.removedAlready, locked: texts.locked, closed: texts.closed };
      return {
        ...show.overview(turn, seat, { page, note: note[outcome as keyof typeof note] }),
        outcome: `handover-${outcome === 'saved' ? 'removed' : outcome}`,
      };
    },

    async mark(turn: Turn, input: z.infer<typeof markSchema>): Promise<Reply> {
      const texts = handoverTexts[turn.locale];
      const found = await desk.seat(turn, input.case);
      if (!found) return show.refused(turn, 'gone');
      const { mark, page, isLive } = input;
      const by = markerOf(mark, found.viewer, found.received.has(input.part));
      if (!by) return { toast: texts.mayNot, outcome: 'handover-refused' };
      const { outcome, part, seat } = await desk.change(found, (stored) =>
        markPart(stored, input.part, mark, { at: turn.now, by }),
      );
      const isTold = part !== undefined && mark === 'given' && (outcome === 'saved' || outcome === 'already');
      if (isTold) await news.given(seat.exitCase, part);
      const isToColleague = isTold && news.receiversOf(seat.exitCase, part).length > 0;
      const notes = {
        closed: texts.closed,
        gone: by === 'mottagare' ? texts.notYours : texts.gonePart,
        locked: texts.confirmedBy[part?.confirmedBy ?? 'chef'],
      };
      const marked = isToColleague ? texts.marked.givenTo : texts.marked[mark];
      const note = outcome in notes ? notes[outcome as keyof typeof notes] : marked;
      return { ...show.overview(turn, seat, { page, note, isLive }), outcome: `handover-${mark}-${outcome}` };
    },
  };
}
