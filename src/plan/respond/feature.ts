import { type Action, type Command, defineAction } from '../../actions/index.js';
import type { Composers } from '../../broadcast/index.js';
import { ROUND } from '../round/start.js';
import { createDeputise } from './deputise.js';
import { createDesk, personOf, type PlanRespondParts } from './desk.js';
import { deputySchema, leaveSchema, openSchema, overviewSchema, saveSchema } from './forms.js';
import { createSave } from './save.js';
import { createShow } from './show.js';
import { respondTexts } from './texts.js';

export interface PlanRespond {
  readonly actions: readonly Action[];
  readonly commands: readonly Command[];
  readonly composers: Composers;
}

/** The manager's side of a round: the card, its answers, deputies. */
export function createPlanRespond(parts: PlanRespondParts): PlanRespond {
  const desk = createDesk(parts);
  const show = createShow(parts, desk);
  const saving = createSave(parts, desk, show);
  const deputise = createDeputise(parts, desk, show);
  const allow = 'plan.respond' as const;

  return {
    composers: { [ROUND]: show.compose },
    commands: [
      {
        id: 'plan.mine',
        phrases: ['mina aktiviteter', 'uppföljning', 'min uppföljning', 'my activities', 'follow-up'],
        allow,
        handle: (turn) => show.mine(turn),
      },
    ],
    actions: [
      defineAction({
        verb: 'plan.respond.overview',
        schema: overviewSchema,
        allow,
        async handle({ round, page }, turn) {
          const seat = await desk.seat(personOf(turn), round);
          // Of whom nothing is asked sees not even the title and what HR wrote.
          return seat?.items.length ? show.overview(turn, seat, { page }) : show.gone(respondTexts[turn.locale].gone);
        },
      }),
      defineAction({
        verb: 'plan.respond.open',
        schema: openSchema,
        allow,
        async handle(input, turn) {
          const found = await desk.item(turn, input);
          return found ? show.item(turn, found.seat, found.item) : show.gone(respondTexts[turn.locale].notYours);
        },
      }),
      defineAction({
        verb: 'plan.respond.save',
        schema: saveSchema,
        allow,
        handle: (input, turn) => saving.save(turn, input),
      }),
      defineAction({
        verb: 'plan.respond.leave',
        schema: leaveSchema,
        allow,
        handle: (input, turn) => saving.leave(turn, input),
      }),
      defineAction({
        verb: 'plan.respond.deputise',
        schema: deputySchema,
        allow,
        handle: (input, turn) => deputise(turn, input),
      }),
    ],
  };
}
