import { z } from 'zod';
import { ACTIVITY_STATUSES, GOAL_STATUSES } from './statuses.js';

const text = z.string();

/** What is said of one item, and by whom. */
export const responseSchema = z.object({
  /** Counts up from 1 with each answer; a form carries the one that it saw. */
  version: z.number().int().positive(),
  /** Of an activity. */
  status: z.enum(ACTIVITY_STATUSES).optional(),
  /** Of a goal. */
  fulfilment: z.enum(GOAL_STATUSES).optional(),
  /** Of an indicator, as typed and checked: "8,2". */
  outcome: text.optional(),
  /** Of an indicator that is split, where told: of women/girls and of men/boys, as typed and checked. */
  outcomeWomen: text.optional(),
  outcomeMen: text.optional(),
  /** Why it deviates: there with `avvikelse`, else ''. */
  reason: text,
  /** Of an activity a comment, of a goal or indicator the analysis. */
  comment: text,
  /** A new target day, ISO; absent when the plan's still holds. */
  newDue: z.string().date().optional(),
  resources: text,
  /** The person who said it, and the function it was said in: reports name the function. */
  by: z.string(),
  function: text,
  at: z.coerce.date(),
});
export type Response = z.infer<typeof responseSchema>;
