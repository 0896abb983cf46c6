import { type Action, type Command, defineAction, type Reply, type Turn } from '../../actions/index.js';
import { createOpenReport } from './card/open-report.js';
import { fileSchema, openSchema } from './card/inputs.js';
import type { ReportParts } from './plan-report.js';
import { reportTexts } from './texts.js';

/** The report of a round in chat, for HR: a card of figures, and the report as Word and Excel files. */
export function planReport(parts: ReportParts): {
  readonly actions: readonly Action[];
  readonly commands: readonly Command[];
} {
  const report = createOpenReport(parts);
  return {
    actions: [
      defineAction({
        verb: 'plan.report.open',
        schema: openSchema,
        allow: 'plan.handle',
        handle: (input, turn) => report.show(turn, input),
      }),
      defineAction({
        verb: 'plan.report.file',
        schema: fileSchema,
        allow: 'plan.handle',
        handle: (input, turn) => report.file(turn, input),
      }),
    ],
    commands: [
      {
        id: 'plan.report',
        phrases: ['rapport', 'report'],
        allow: 'plan.handle',
        handle: inPersonalChat((turn) => report.post(turn)),
      },
    ],
  };
}

/** What units wrote stands on the card: nobody else of a group chat may read it. */
function inPersonalChat(handle: (turn: Turn) => Promise<Reply>): Command['handle'] {
  return (turn) =>
    turn.conversation === 'personal'
      ? handle(turn)
      : { post: [{ text: reportTexts[turn.locale].onlyInPersonalChat }], outcome: 'not-personal' };
}
