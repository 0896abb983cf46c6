import { defineAction, type Reply, type Turn } from '../../actions/index.js';
import type { FeaturePart } from '../../broadcast/index.js';
import type { ExitParts } from '../parts.js';
import { createDesk } from './desk.js';
import { casesSchema, editSchema, fileSchema, markSchema, openSchema, removeSchema, saveSchema } from './forms.js';
import { createShow } from './show.js';
import { handoverTexts } from './texts.js';
import { createWrite } from './write.js';

/**
 * What only the leaver knows, to whom it goes and by when: written by the leaver or the manager, handed over by the one and
 * confirmed by the other. HR of the board may read it.
 */
export function createExitHandover(parts: Pick<ExitParts, 'cases' | 'directory' | 'guard'>): FeaturePart {
  const desk = createDesk(parts.cases);
  const show = createShow(parts, desk);
  const write = createWrite(parts, desk, show);
  const allow = 'exit.own' as const;

  /** Names, and what only one person knows: nobody else of a group chat may read it. */
  const inPersonalChat =
    <Input>(handle: (turn: Turn, input: Input) => Promise<Reply>) =>
    (input: Input, turn: Turn): Promise<Reply> =>
      turn.conversation === 'personal'
        ? handle(turn, input)
        : Promise.resolve({ toast: handoverTexts[turn.locale].onlyInPersonalChat, outcome: 'not-personal' });

  return {
    commands: [
      {
        id: 'exit.handover',
        phrases: ['överlämning', 'min överlämning', 'överlämningsplan', 'handover', 'my handover', 'handover plan'],
        allow,
        handle: (turn) => show.mine(turn),
      },
    ],
    actions: [
      defineAction({
        verb: 'exit.handover.open',
        schema: openSchema,
        allow,
        handle: inPersonalChat(async (turn, { case: id, page }) => {
          const seat = await desk.seat(turn, id);
          if (!seat) return show.refused(turn, 'gone');
          return page === undefined ? show.post(turn, seat) : show.overview(turn, seat, { page });
        }),
      }),
      defineAction({
        verb: 'exit.handover.cases',
        schema: casesSchema,
        allow,
        handle: inPersonalChat((turn, { page }) => show.cases(turn, page)),
      }),
      defineAction({
        verb: 'exit.handover.edit',
        schema: editSchema,
        allow,
        handle: inPersonalChat((turn, input) => write.edit(turn, input)),
      }),
      defineAction({
        verb: 'exit.handover.save',
        schema: saveSchema,
        allow,
        handle: inPersonalChat((turn, input) => write.save(turn, input)),
      }),
      defineAction({
        verb: 'exit.handover.remove',
        schema: removeSchema,
        allow,
        handle: inPersonalChat((turn, input) => write.remove(turn, input)),
      }),
      defineAction({
        verb: 'exit.handover.mark',
        schema: markSchema,
        allow,
        handle: inPersonalChat((turn, input) => write.mark(turn, input)),
      }),
      defineAction({
        verb: 'exit.handover.file',
        schema: fileSchema,
        allow,
        handle: inPersonalChat(async (turn, { case: id }) => {
          const seat = await desk.seat(turn, id);
          return seat ? show.file(turn, seat) : show.refused(turn, 'gone');
        }),
      }),
    ],
  };
}
