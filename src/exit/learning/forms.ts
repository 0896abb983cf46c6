import { z } from 'zod';
import { LONGEST_SHOWN } from '../../privacy/index.js';
import { SUBJECT_KINDS } from './learning.js';

/** Somebody may paste a page: they are told, and keep it. More comes from no client of ours. */
const typed = z.string().max(20_000).default('');
const id = z.string().max(100);
const page = z.number().int().min(1).max(1000);
const subject = { kind: z.enum(SUBJECT_KINDS), subject: id.min(1) };
const looked = { plan: z.string().max(100).default(''), search: z.string().max(200).default(''), page };
/** "PLAN/ACTIVITY" */
const chosen = { activity: z.string().max(120).default('') };

export const showSchema = z.object({ page: page.default(1) }).strict();
/** `theme` is '' for a new one, of the batch, which is '' for the newest. */
export const themeSchema = z.object({ theme: id, batch: z.string().max(20) }).strict();
/** `form` names a new theme, `seen` is the sign of what the form was made from, `shown` what the guard has asked about. */
export const saveSchema = z
  .object({
    theme: id,
    form: z.string().uuid(),
    seen: z.string().max(40),
    shown: z.string().max(LONGEST_SHOWN),
    batch: z.string().max(20),
    name: typed,
    description: typed,
    support: z.coerce.string().max(20).default(''),
  })
  .strict();
/** `sure` is set when the writer has been asked. */
export const withdrawSchema = z.object({ theme: id.min(1), sure: z.enum(['', 'yes']) }).strict();
export const tiesSchema = z.object({ ...subject, ...looked, ...chosen }).strict();
export const tieSchema = tiesSchema;
export const untieSchema = z.object({ ...subject, tie: id.min(1) }).strict();

export type SaveInput = z.infer<typeof saveSchema>;
export type TieInput = z.infer<typeof tieSchema>;
export type TiesInput = z.infer<typeof tiesSchema>;
