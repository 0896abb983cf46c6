import { z } from 'zod';
import { LONGEST_SHOWN } from '../../privacy/index.js';
import { FOLLOW_UPS } from '../plan.js';
import { standInSchema } from '../round/index.js';

/** How long each text may be, in signs; the inputs of cards/plan/form.card.json say the same. */
export const LONGEST = { title: 100, message: 1000, email: 320 } as const;
const LONGEST_CHOICE = 8000;

/** What is longer than its input lets through comes from no client of ours, and is refused unread. */
const text = (longest: number) =>
  z
    .string()
    .max(3 * longest)
    .default('');
const toggle = z.enum(['true', 'false']).default('false');

/** What was typed into the form, as it was typed; empty inputs are not sent by clients. */
export const typedShape = {
  plans: text(LONGEST_CHOICE),
  departments: text(LONGEST_CHOICE),
  period: z.enum(FOLLOW_UPS).default('T1'),
  year: text(4),
  title: text(LONGEST.title),
  deadline: text(10),
  message: text(LONGEST.message),
  reminds: toggle,
  asksGoals: toggle,
};
const shown = z.string().max(LONGEST_SHOWN).default('');

/** Of a draft: what was typed, what its writer was asked about (`judge`), and who answers for functions that nobody holds. */
export const roundValuesSchema = z.object({ ...typedShape, shown, standIns: z.array(standInSchema).default([]) });
export type Values = z.infer<typeof roundValuesSchema>;
/** What the form itself holds. */
export type Typed = Omit<Values, 'standIns'>;

const formShape = { form: z.string().uuid() };
const roundShape = { round: z.string().min(1).max(200) };
const page = z.number().int().min(1).max(1000).default(1);

/** `openedAt` is when the form was made: part of the round's id, so that one form is one round. */
export const rehearseSchema = z
  .object({
    ...formShape,
    openedAt: z
      .string()
      .datetime()
      .refine((moment) => moment >= '2020'),
    shown,
    ...typedShape,
  })
  .strict();
/** `version` is that of what was rehearsed: nobody sends what somebody else has changed since. */
export const sendSchema = z.object({ ...formShape, version: z.string().max(64) }).strict();
/** A button that names nothing. */
export const emptySchema = z.object({}).strict();
export const formSchema = z.object(formShape).strict();
/** Which function it is about: a short name made of plan and function; '' is the first that is open. */
const functionShape = { about: z.string().max(16) };
export const standInFormSchema = z.object({ ...formShape, ...functionShape }).strict();
export const chooseSchema = z
  .object({ ...formShape, ...functionShape, person: text(64), email: text(LONGEST.email) })
  .strict();
export const previewSchema = z.object({ ...formShape, person: text(64) }).strict();

export const roundIdSchema = z.object(roundShape).strict();
/** `press` is the moment of the card: two presses on the same card are one. */
export const pressSchema = z.object({ ...roundShape, press: z.string().max(40) }).strict();
export const pageSchema = z.object({ page: z.number().int().min(1).max(1000) }).strict();
export const WHO = ['waiting', 'done', 'all'] as const;
export const peopleSchema = z
  .object({ ...roundShape, page, department: text(16), who: z.enum(WHO).default('waiting') })
  .strict();
export type PeopleQuery = z.infer<typeof peopleSchema>;
export const extendSchema = z.object({ ...roundShape, deadline: text(10) }).strict();
/** One step of "open one item again": what was chosen so far, by short names, and the choice of this step. */
export const pickSchema = z
  .object({ ...roundShape, department: text(16), unit: text(16), page, choice: text(100) })
  .strict();
export type PickStep = z.infer<typeof pickSchema>;
