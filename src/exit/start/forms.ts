import { z } from 'zod';
import { EXIT_KINDS, type ExitKind } from '../checklist/item.js';

/** What is longer than its input lets through comes from no client of ours, and is refused unread. */
const text = (most: number) => z.string().max(most).default('');
const id = z.string().min(1).max(300);

/** The choice that ends it: HR alone handles those (domain page P14). */
export const OTHER = 'annat';

/** Made when the form was opened: one form is one case, however often it is sent. */
const formShape = {
  form: z.string().uuid(),
  openedAt: z
    .string()
    .datetime()
    .refine((moment) => moment >= '2020'),
  /** The draft that is changed; '' before the first review. */
  draft: text(300),
};
const daysShape = { notice: text(40), lastWorkingDay: text(40), lastDay: text(40), traits: text(400) };

/** `presetFor`: for whom and which kind the traits that are carried along were proposed or chosen. */
export const nextSchema = z
  .object({
    ...formShape,
    employee: text(100),
    name: text(1000),
    kind: text(40),
    ...daysShape,
    presetFor: text(200),
  })
  .strict();
export const reviewSchema = z
  .object({ ...formShape, employee: z.string().max(100), kind: z.enum(EXIT_KINDS), ...daysShape })
  .strict();
export const discardSchema = z.object({ draft: text(300) }).strict();
export const caseSchema = z.object({ case: id }).strict();
/** `version` of what was confirmed: nobody sends what was changed elsewhere since. */
export const sendSchema = z.object({ case: id, version: z.string().max(64) }).strict();
export const pageSchema = z.object({ page: z.number().int().min(1).max(1000) }).strict();
/** `seen` is the version that the form was made from. */
export const saveSchema = z.object({ case: id, seen: z.string().max(64), ...daysShape }).strict();

export type Form = Pick<z.infer<typeof nextSchema>, keyof typeof formShape>;
export type Typed = Pick<z.infer<typeof nextSchema>, keyof typeof daysShape>;
export const NOTHING_TYPED: Typed = { notice: '', lastWorkingDay: '', lastDay: '', traits: '' };

export function formOf({ form, openedAt, draft }: Form): Form {
  return { form, openedAt, draft };
}

export function typedOf({ notice, lastWorkingDay, lastDay, traits }: Typed): Typed {
  return { notice, lastWorkingDay, lastDay, traits };
}

/** The kind that was chosen; undefined for none, or for one that is not there. */
export function kindOf(chosen: string): ExitKind | undefined {
  return EXIT_KINDS.find((kind) => kind === chosen);
}
