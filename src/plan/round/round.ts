import { z } from 'zod';
import { FOLLOW_UPS } from '../plan.js';

/**
 * Where a follow-up round stands: `preparing` until every item is written (a job, safe to repeat), then `open` until HR closes it.
 * A closed round takes no answers; HR may open it again.
 */
export const ROUND_STATES = ['preparing', 'open', 'closed'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** Who answers for a function that nobody of the directory holds, as HR chose it. Without a person nobody is asked. */
export const standInSchema = z.object({
  plan: z.string(),
  function: z.string().min(1),
  person: z.string().optional(),
});
export type StandIn = z.infer<typeof standInSchema>;

/** One follow-up of one or several plans: who is asked about what, until when. */
export const roundSchema = z.object({
  organisation: z.string().min(1),
  /** Sorts newest first. */
  id: z.string().min(1),
  /** "T1 2026": what people call it; unique enough to be typed. */
  title: z.string().min(1).max(120),
  period: z.enum(FOLLOW_UPS),
  year: z.number().int().min(2000).max(2100),
  plans: z.array(z.string()).min(1),
  /** Only units of these departments are asked; all when empty. */
  departments: z.array(z.string()),
  /** Whether the goals and the indicators of the plans are asked about, too. */
  asksGoals: z.boolean(),
  /** From HR to those who are asked; '' for none. */
  message: z.string(),
  /** The end of the last day, Stockholm time. An answer after it is taken and counted as late, until HR closes the round. */
  deadline: z.coerce.date(),
  /** Whether the engine reminds before and after the deadline. */
  reminds: z.boolean(),
  standIns: z.array(standInSchema),
  state: z.enum(ROUND_STATES),
  createdBy: z.string(),
  createdAt: z.coerce.date(),
  /** Of the cards that went out, once they did. */
  broadcast: z.string().optional(),
  /** What there is to answer, in all units together; set when it is prepared. */
  items: z.number().int(),
  closedAt: z.coerce.date().optional(),
});
export type Round = z.infer<typeof roundSchema>;
