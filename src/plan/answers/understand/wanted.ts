import { z } from 'zod';
import { PHASES } from '../../../ask/index.js';
import { FOLLOW_UPS } from '../../plan.js';
import { ACTIVITY_STATUSES } from '../../round/index.js';

/**
 * What a question may want of the plan's follow-up: how it goes (status), which ones stand so (list), what was answered (said), who is
 * silent, what is left for the asker (mine), what the plan says (content), when something should be done (due), how it changed (compare).
 */
export const WANTS = ['status', 'list', 'said', 'silent', 'mine', 'content', 'due', 'compare'] as const;
export type Want = (typeof WANTS)[number];

/** A department or one of its units, by the names of the directory. */
const placeSchema = z.object({ department: z.string(), unit: z.string().optional() });
export type Place = z.infer<typeof placeSchema>;

/** Which round: by its name's parts, or the one before the newest; the newest when nothing is said. */
const roundRefSchema = z.object({
  period: z.enum(FOLLOW_UPS).optional(),
  year: z.number().int().optional(),
  isPrevious: z.boolean().optional(),
});
export type RoundRef = z.infer<typeof roundRefSchema>;

/** A question of the plan, understood. It is also what a conversation remembers of it: structured, no text that somebody typed. */
export const wantedSchema = z.object({
  want: z.enum(WANTS),
  /** A number is asked for, not the things themselves. */
  counts: z.boolean(),
  statuses: z.array(z.enum(ACTIVITY_STATUSES)),
  /** Those whose target date was moved. */
  moved: z.boolean(),
  phase: z.enum(PHASES).optional(),
  /** Of the whole that the asker may see when empty. */
  places: z.array(placeSchema).max(40),
  /** Only what the asker is asked about. */
  own: z.boolean(),
  round: roundRefSchema,
  /** Stems of what it is about; in what is remembered only those that the plan's own words have. */
  topic: z.array(z.string().max(60)).max(6),
});
export type Wanted = z.infer<typeof wantedSchema>;

export const NOTHING_WANTED: Wanted = {
  want: 'status',
  counts: false,
  statuses: [],
  moved: false,
  places: [],
  own: false,
  round: {},
  topic: [],
};

/** A question of the plan: `maybe` where its words could as well be about something else. */
export interface Understood {
  readonly wanted: Wanted;
  readonly surety: Surety;
}
export type Surety = 'sure' | 'maybe';
