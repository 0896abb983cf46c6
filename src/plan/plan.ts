import { z } from 'zod';
import { PHASES } from '../ask/index.js';
import { dueSchema } from './due/due.js';

/** The points of the year at which plans are followed up: tertial 1 and 2, the annual report (verksamhetsberättelse), löpande. */
export const FOLLOW_UPS = ['T1', 'T2', 'VB', 'löpande'] as const;

const text = z.string().trim();

/** An indicator of a plan with its targets as written (domain page 3.3: Indikator, Årsmål, KF:s årsmål, Periodicitet). */
export const planIndicatorSchema = z.object({
  /** Unique within the plan and kept when it is imported again: "2". */
  id: z.string().regex(/^[1-9]\d{0,3}$/),
  name: text.min(1).max(300),
  /** "%", "index"; '' when the plan does not say. */
  measure: text,
  target: text,
  cityTarget: text,
  /** How often it is measured, as written (År/Tertial); '' when the plan does not say. */
  periodicity: text.default(''),
  /** The plan has columns for women/girls and men/boys: the outcome is asked for both, too (könsuppdelad statistik). */
  bySex: z.boolean().default(false),
});
export type PlanIndicator = z.infer<typeof planIndicatorSchema>;

/** A competence supply plan of an organisation, or of one of its departments. */
export const planSchema = z.object({
  organisation: text.min(1),
  /** Unique within the organisation, the same after each import of the plan: "2020-forskola". */
  id: z.string().regex(/^[a-z0-9-]{1,80}$/),
  title: text.min(1).max(300),
  /** As the directory of persons names it; none for a plan of the whole organisation. */
  department: text.min(1).optional(),
  year: z.number().int().min(2000).max(2100),
  /** The file that it was imported from. */
  file: text.min(1),
  importedAt: z.coerce.date(),
  /** What the plan measures itself by; asked about in rounds, beside the goals. */
  indicators: z.array(planIndicatorSchema).default([]),
  /** Activities that are in the plan now. */
  activities: z.number().int(),
  /** Numbers of activities that were given out: none is used again, since answers name activities by them. */
  lastNumber: z.number().int(),
});
export type Plan = z.infer<typeof planSchema>;

/** Where an activity stands in its file. `row` counts from 1 as the person who opens the file does; `part` within a cell. */
export const placeSchema = z.object({
  table: z.string(),
  row: z.number().int().positive(),
  part: z.number().int().positive(),
});
export type ActivityPlace = z.infer<typeof placeSchema>;

/** One thing to do of a plan: what, why, by when, who and with what. Text is the plan's own. */
export const planActivitySchema = z.object({
  organisation: text.min(1),
  plan: z.string(),
  /** Unique within the plan and kept when it is imported again: "17". */
  id: z.string().regex(/^[1-9]\d{0,5}$/),
  /** Order in the plan, from 1. */
  position: z.number().int().positive(),
  /** None when the plan does not say: HR sees it in the preview. */
  phase: z.enum(PHASES).optional(),
  /** The heading above, as written, when it says more than the phase: "Utveckla och behålla". */
  area: text,
  goal: text,
  activity: text.min(1),
  due: dueSchema,
  /** Functions, never persons, one by one: ["Enhetschefer", "HR-konsult"]. */
  responsible: z.array(text.min(1)),
  resources: text,
  followUp: z.object({ at: z.array(z.enum(FOLLOW_UPS)), comment: text }),
  place: placeSchema,
  /** The plan no longer has it since then; kept, because answers were given about it. */
  goneAt: z.coerce.date().optional(),
});
export type PlanActivity = z.infer<typeof planActivitySchema>;
export type FollowUp = PlanActivity['followUp'];
