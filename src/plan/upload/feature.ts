import { type Action, type Command, defineAction, type FileIntake } from '../../actions/index.js';
import { TABLE_TYPES } from '../../documents/index.js';
import type { PlanUploadParts } from './parts.js';
import { createPlanList } from './plan-list.js';
import { createUpload } from './upload.js';
import { cancelSchema, listSchema, saveSchema, showSchema } from './values.js';

/** HR brings plans in by sending the file in the chat, and sees which there are. */
export function createPlanUpload(parts: PlanUploadParts): {
  readonly actions: readonly Action[];
  readonly commands: readonly Command[];
  readonly files: readonly FileIntake[];
} {
  const upload = createUpload(parts);
  const list = createPlanList(parts);
  const allow = 'plan.handle';
  return {
    files: [
      {
        id: 'plan.import',
        endings: TABLE_TYPES,
        allow,
        handle: (file, turn) => upload.drop(file, turn),
      },
    ],
    commands: [{ id: 'plan.list', phrases: ['planer', 'plans'], allow, handle: (turn) => list.post(turn) }],
    actions: [
      defineAction({
        verb: 'plan.import.show',
        schema: showSchema,
        allow,
        handle: (input, turn) => upload.show(turn, input),
      }),
      defineAction({
        verb: 'plan.import.save',
        schema: saveSchema,
        allow,
        handle: (input, turn) => upload.save(turn, input),
      }),
      defineAction({
        verb: 'plan.import.cancel',
        schema: cancelSchema,
        allow,
        handle: (input, turn) => upload.cancel(turn, input),
      }),
      defineAction({
        verb: 'plan.import.list',
        schema: listSchema,
        allow,
        handle: ({ page }, turn) => list.show(turn, page),
      }),
    ],
  };
}
