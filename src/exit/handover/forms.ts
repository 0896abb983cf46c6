import { z } from 'zod';
import { LONGEST_SHOWN } from '../../privacy/index.js';
import { MARKS, type Said } from './handover.js';

/** Somebody may paste a page: they are told, and keep it. More comes from no client of ours. */
const LONGEST_PASTED = 20_000;
const typed = z.string().max(LONGEST_PASTED).default('');
const id = z.string().min(1).max(200);
const page = z.number().int().min(1).max(1000);
/** A part's id; '' for one that is new. */
const part = z.string().max(60);

/** Pressed on the card that keeps itself true, which never becomes a form or another page; a new message answers then. */
const isLive = z.boolean().default(false);

/** Without a page it is opened from elsewhere, as a card of its own. */
export const openSchema = z.object({ case: id, page: page.optional(), isLive }).strict();
export const editSchema = z.object({ case: id, part, page, isLive }).strict();
export const markSchema = z.object({ case: id, part: part.min(1), mark: z.enum(MARKS), page, isLive }).strict();
/** `sure` is set when the writer has been asked whether to remove it. */
export const removeSchema = z.object({ case: id, part: part.min(1), page, sure: z.enum(['', 'yes']) }).strict();
/** `form` names a new part, `seen` and `shown`: see writePart and judge. */
export const saveSchema = z
  .object({
    case: id,
    part,
    page,
    form: z.string().uuid(),
    seen: z.string().max(40),
    shown: z.string().max(LONGEST_SHOWN),
    what: typed,
    to: typed,
    by: z.string().max(40).default(''),
  })
  .strict();
export const fileSchema = z.object({ case: id }).strict();
export const casesSchema = z.object({ page }).strict();

export type SaveInput = z.infer<typeof saveSchema>;

/** What was typed, without the blanks around it. */
export function saidOf({ what, to, by }: Pick<SaveInput, 'what' | 'to' | 'by'>): Said {
  const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
  return { what: inOneLine(what), to: inOneLine(to), by: by.trim() };
}
