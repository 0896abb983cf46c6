import { z } from 'zod';

const day = z.string().date();

/**
 * When an activity should be done. `as` is what the plan says, word for word; days are of the Stockholm calendar (2020-06-30), both ends
 * included. `period`: done by `to` at the latest; without `from` only a deadline is said. `ongoing`: löpande, within the days that are
 * there. `unclear`: something is written that no rule understands, so a person has to say when.
 */
export const dueSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('period'), from: day.optional(), to: day, as: z.string() }),
  z.object({ kind: z.literal('ongoing'), from: day.optional(), to: day.optional(), as: z.string() }),
  z.object({ kind: z.literal('unclear'), as: z.string() }),
]);
export type Due = z.infer<typeof dueSchema>;
export type DueKind = Due['kind'];
