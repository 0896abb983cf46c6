import { z } from 'zod';
import { PHASES } from '../../ask/index.js';
import { type Due, dueSchema } from '../due/due.js';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'small letters, digits and hyphens');
const day = z.string().date().or(z.literal(''));

/**
 * One action of a plan that the project restated in its own words: a row of knowledge/plans/*.csv. `row` counts the rows of the
 * document's tables from 1, `line` the lines of its text, where the action begins.
 */
export const planRowSchema = z
  .object({
    id,
    plan: id,
    /** Population ids; no department means the whole organisation. */
    organisation: id,
    department: id.or(z.literal('')),
    year: z.coerce.number().int().min(2000).max(2100),
    phase: z.enum(PHASES),
    goal: z.string().min(1),
    activity: z.string().min(1),
    /** As the document writes it; the three columns after it say what it means. */
    due: z.string(),
    dueKind: z.enum(['', 'period', 'ongoing', 'unclear']),
    dueFrom: day,
    dueTo: day,
    responsible: z.string(),
    resources: z.string(),
    followUp: z.string(),
    source: id,
    section: z.string().min(1),
    row: z.coerce.number().int().positive(),
    line: z.coerce.number().int().positive(),
    /** What a reader should know of how the document was read, "" for most rows. */
    note: z.string(),
  })
  .strict();
export type PlanRow = z.infer<typeof planRowSchema>;

/** The due date of the row's columns; undefined when they do not go together (an end before the start, a kind without its day). */
export function dueOf({ due: as, dueKind, dueFrom, dueTo }: PlanRow): Due | undefined {
  if ((as === '') !== (dueKind === '')) return undefined;
  if (dueFrom !== '' && dueTo !== '' && dueTo < dueFrom) return undefined;
  const parsed = dueSchema.safeParse({
    kind: dueKind === '' ? 'none' : dueKind,
    ...(as === '' ? {} : { as }),
    ...(dueFrom === '' ? {} : { from: dueFrom }),
    ...(dueTo === '' ? {} : { to: dueTo }),
  });
  return parsed.success ? parsed.data : undefined;
}
