import { defineAction } from '../../actions/index.js';
import type { FeaturePart } from '../../broadcast/index.js';
import { CHECKLIST } from '../case/subjects.js';
import type { ExitParts } from '../parts.js';
import { createDesk, findPart, isReadable, personOf } from './desk.js';
import { casesSchema, doneSchema, itemSchema, leaveSchema, openSchema, saveSchema } from './forms.js';
import { createSave } from './save.js';
import { createShow } from './show.js';
import { listTexts } from './texts.js';
import { createTicking } from './ticking.js';

export type ExitListParts = Pick<ExitParts, 'cases' | 'checklist' | 'holdersOf' | 'directory' | 'guard' | 'clock'>;

/** The two-sided checklist: the card of each side, its ticks, and "min checklista". */
export function createExitList(parts: ExitListParts): FeaturePart {
  const desk = createDesk(parts);
  const show = createShow(parts, desk);
  const saving = createSave(parts, { desk, show, ticking: createTicking(parts, desk) });
  const allow = 'exit.own' as const;

  return {
    composers: { [CHECKLIST]: show.compose },
    commands: [
      {
        id: 'exit.checklist',
        phrases: ['min checklista', 'checklista', 'mina punkter', 'my checklist', 'checklist', 'my items'],
        allow,
        handle: (turn) => show.mine(turn),
      },
    ],
    actions: [
      defineAction({
        verb: 'exit.list.open',
        schema: openSchema,
        allow,
        async handle({ exit, ...where }, turn) {
          const seat = await desk.seat(personOf(turn), exit, turn.now);
          return seat ? show.whole(turn, seat, where) : show.gone(turn, listTexts[turn.locale].gone);
        },
      }),
      defineAction({
        verb: 'exit.list.item',
        schema: itemSchema,
        allow,
        async handle(input, turn) {
          const seat = await desk.seat(personOf(turn), input.exit, turn.now);
          // Nobody reads on in a list that was recalled.
          if (seat && !isReadable(seat)) return show.list(turn, seat, input);
          const part = seat && findPart(seat, input);
          return part ? show.part(turn, seat, part, { where: input }) : show.gone(turn, listTexts[turn.locale].gone);
        },
      }),
      defineAction({
        verb: 'exit.list.done',
        schema: doneSchema,
        allow,
        handle: (input, turn) => saving.done(turn, input),
      }),
      defineAction({
        verb: 'exit.list.save',
        schema: saveSchema,
        allow,
        handle: (input, turn) => saving.save(turn, input),
      }),
      defineAction({
        verb: 'exit.list.leave',
        schema: leaveSchema,
        allow,
        handle: (input, turn) => saving.leave(turn, input),
      }),
      defineAction({
        verb: 'exit.list.cases',
        schema: casesSchema,
        allow,
        async handle({ page }, turn) {
          return show.cases(turn, await desk.open(personOf(turn), turn.now), page);
        },
      }),
    ],
  };
}
