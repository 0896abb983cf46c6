import { z } from 'zod';
import { LONGEST_SHOWN } from '../../privacy/index.js';
import { ACTIVITY_STATUSES, type ActivityStatus, GOAL_STATUSES, type GoalStatus } from '../round/statuses.js';
import type { RoundItem } from '../round/item.js';
import type { Said } from '../round/transitions.js';

/** Somebody may paste ten thousand characters: they are told, and keep them. More comes from no client of ours. */
const LONGEST_PASTED = 20_000;
const typed = z.string().max(LONGEST_PASTED).default('');
const id = z.string().min(1).max(300);

const roundShape = { round: id };
const refShape = { ...roundShape, department: z.string().max(200), unit: z.string().max(200), item: id };
const typedShape = {
  status: z.string().max(40).default(''),
  outcome: typed,
  outcomeWomen: typed,
  outcomeMen: typed,
  reason: typed,
  comment: typed,
  newDue: z.string().max(40).default(''),
  resources: typed,
};
const formShape = { ...refShape, ...typedShape };

export const overviewSchema = z.object({ ...roundShape, page: z.number().int().min(1).max(1000) }).strict();
export const openSchema = z.object(refShape).strict();
/** `seen` is the version that the form was made from; `shown` what its writer was asked about before, see `judge`. */
export const saveSchema = z
  .object({ ...formShape, seen: z.number().int().min(0), shown: z.string().max(LONGEST_SHOWN).default('') })
  .strict();
/** `leaving` is where the writer has been asked whether to leave for without saving. */
export const leaveSchema = z
  .object({ ...formShape, to: z.enum(['overview', 'delegate']), leaving: z.string().max(20).default('') })
  .strict();
export const deputySchema = z
  .object({
    ...refShape,
    person: z.string().max(100).default(''),
    email: z.string().max(400).default(''),
    all: z.enum(['true', 'false']).default('false'),
  })
  .strict();

/** The inputs of an item as they were typed. */
export type Typed = Pick<z.infer<typeof saveSchema>, keyof typeof typedShape>;
export type Ref = z.infer<typeof openSchema>;

/** What a button says of its item; not `key`, for which the Agents Playground drops the press. */
export function refOf({ department, unit, key }: RoundItem): Omit<Ref, 'round'> {
  return { department, unit, item: key };
}

export function typedOf(input: Typed): Typed {
  const { status, outcome, outcomeWomen, outcomeMen, reason, comment, newDue, resources } = input;
  return { status, outcome, outcomeWomen, outcomeMen, reason, comment, newDue, resources };
}

/** What the inputs say of an item, without the blanks around it. A status that the kind does not have is none. */
export function saidOf({ kind }: Pick<RoundItem, 'kind'>, input: Typed): Said {
  const status = input.status.trim();
  const newDue = input.newDue.trim();
  const isStatus = kind === 'activity' && (ACTIVITY_STATUSES as readonly string[]).includes(status);
  const isFulfilment = kind === 'goal' && (GOAL_STATUSES as readonly string[]).includes(status);
  return {
    ...(isStatus && { status: status as ActivityStatus }),
    ...(isFulfilment && { fulfilment: status as GoalStatus }),
    ...(kind === 'indicator' && {
      outcome: input.outcome.trim(),
      outcomeWomen: input.outcomeWomen.trim(),
      outcomeMen: input.outcomeMen.trim(),
    }),
    reason: input.reason.trim(),
    comment: input.comment.trim(),
    ...(newDue !== '' && { newDue }),
    resources: input.resources.trim(),
  };
}
