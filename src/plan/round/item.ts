import { z } from 'zod';
import { PHASES } from '../../ask/index.js';
import { dueSchema } from '../due/due.js';
import { learnedSchema } from './learned.js';
import { responseSchema } from './response.js';
import { ITEM_KINDS } from './statuses.js';

/** A unit that answers in a round; `unit` is '' for a department itself. */
export const unitRefSchema = z.object({
  organisation: z.string(),
  round: z.string(),
  department: z.string(),
  unit: z.string(),
});
export type UnitRef = z.infer<typeof unitRefSchema>;

/** What was said of the same in the round before, shown beside the new answer. */
export const previousSchema = z.object({ round: z.string(), title: z.string(), response: responseSchema });

/**
 * One thing that one unit answers in a round: an activity, a goal or an indicator of a plan (design, section 4: one status per round,
 * activity and answering unit, whoever of its responsible persons writes it). Holds the plan's words as they were when the round
 * began, so that a plan that is imported anew changes no question that is already asked.
 */
export const roundItemSchema = unitRefSchema.extend({
  /** Unique in the unit and the same in each round: "2020-forskola/17", "2020-forskola/goal-3", "2020-forskola/indicator-2". */
  key: z.string(),
  kind: z.enum(ITEM_KINDS),
  plan: z.string(),
  /** Order in the plan; goals stand before their activities, indicators last. */
  position: z.number().int(),
  phase: z.enum(PHASES).optional(),
  goal: z.string(),
  /** The activity, the goal or the indicator's name. */
  text: z.string(),
  /** Of an activity. */
  due: dueSchema,
  resources: z.string(),
  responsible: z.array(z.string()),
  /** Of an activity: which reasons why people leave HR tied to it, as it was when the round began. */
  learned: z.array(learnedSchema).optional(),
  /** Of an indicator: årsmål and KF:s årsmål, as written, and its unit ("%"). */
  target: z.string().optional(),
  cityTarget: z.string().optional(),
  /** Of an indicator: how often it is measured. */
  periodicity: z.string().optional(),
  measure: z.string().optional(),
  /** Of an indicator: whether its outcome is asked of women and men, too. */
  bySex: z.boolean().optional(),
  /** Who may answer, by person id: those responsible in the unit first, then deputies they named. */
  persons: z.array(z.string()),
  deputies: z.array(z.string()),
  /** The newest answer; none as long as the unit is silent. */
  response: responseSchema.optional(),
  previous: previousSchema.optional(),
  /** How many times the target date was moved, over all rounds. */
  moves: z.number().int(),
});
export type RoundItem = z.infer<typeof roundItemSchema>;
