import { z } from 'zod';
import { QUESTION_IDS, QUESTION_KINDS } from '../survey/survey.js';

/** Of which questions figures are made: the questions but for the free text, and the main one of the reasons. */
export const FIGURE_IDS = ['Q1main', ...QUESTION_IDS.filter((id) => id !== 'Q15')] as const;
export type FigureId = 'Q1main' | Exclude<(typeof QUESTION_IDS)[number], 'Q15'>;

/**
 * Figures that are released together, at the end of so many tertials: scores of each tertial; counts of options once a year, since of some
 * fifteen answers to fourteen options nearly every count is too small to be told. A question belongs to one family, so that each
 * answer to it is counted in one release.
 */
export const FAMILIES = {
  scores: { tertials: 1, ids: FIGURE_IDS.filter((id) => isScored(id)) },
  counts: { tertials: 3, ids: FIGURE_IDS.filter((id) => !isScored(id)) },
} as const satisfies Record<string, { readonly tertials: number; readonly ids: readonly FigureId[] }>;
export type Family = keyof typeof FAMILIES;

export function isScored(id: FigureId): boolean {
  return id !== 'Q1main' && (QUESTION_KINDS[id] === 'scale' || QUESTION_KINDS[id] === 'recommend');
}

/**
 * A sum of scores that may be known, or that it lies so near an end that it would tell what single persons said:
 *   scale      of 1 to 5 for each who answered
 *   recommend  promoters (9 and 10) less detractors (0 to 6)
 */
const scoreSchema = z.object({
  kind: z.enum(['scale', 'recommend']),
  answers: z.number().int(),
  sum: z.number().int(),
  /** `sum` is the bound that is told: this high or higher, this low or lower. */
  end: z.enum(['high', 'low']).optional(),
  /** How many gave low, middle and high scores, where that may be told. */
  bands: z.tuple([z.number().int(), z.number().int(), z.number().int()]).optional(),
});
export type Score = z.infer<typeof scoreSchema>;

/** How often options were chosen; those that are not named are not shown. */
const countsSchema = z.object({
  kind: z.enum(['choice', 'choices']),
  answers: z.number().int(),
  counts: z.record(z.number().int()),
});
export type Counts = z.infer<typeof countsSchema>;

export const figureSchema = z.union([scoreSchema, countsSchema]);
export type Figure = Score | Counts;

/**
 * What is shown of one group. How many answered at all is told of scores alone: told of other tertials as well, it would tell by
 * subtraction of those that are hidden.
 */
export const groupSchema = z.object({ answers: z.number().int().optional(), figures: z.record(figureSchema) });
export type Group = z.infer<typeof groupSchema>;

/**
 * A family's figures of some tertials in a row that no other release of it has: computed once, when the last of them is over, and never again.
 * Every figure that anybody ever sees is one of these or a sum of them (docs/exit-survey.md).
 */
export const releaseSchema = z.object({
  organisation: z.string(),
  /** Oldest first. */
  tertials: z.array(z.string()).min(1),
  invited: z.number().int(),
  /** None, or at least as many as a group must have. */
  whole: groupSchema,
  /** By name; only those whose figures may be shown. */
  departments: z.record(groupSchema),
  /** By "tenure:under1", of counts alone. */
  classes: z.record(groupSchema).default({}),
});
export type Release = z.infer<typeof releaseSchema>;
