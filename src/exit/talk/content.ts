import { z } from 'zod';

const text = z.string().trim().min(1).max(200);
const both = z.object({ sv: text, en: text }).strict();

export const TALK_PARTS = ['guide', 'area', 'theme'] as const;

/** One entry of knowledge/exit/talk.yml: a step of the guide, a question area, or a theme code. */
export const talkEntrySchema = z
  .object({
    part: z.enum(TALK_PARTS),
    id: z.string().regex(/^[A-Za-z0-9-]{1,40}$/, 'letters a-z, digits and -'),
    ...both.shape,
    help: both.optional(),
  })
  .strict();
export type TalkEntry = z.infer<typeof talkEntrySchema>;

/** The reasons of the exit survey (domain page 2.2), and the only codes of themes: none is about health. */
export const THEME_CODES = Array.from({ length: 14 }, (_, n) => `R${n + 1}`);

/** The entries of one part, in their order. */
export function partOf(entries: readonly TalkEntry[], part: TalkEntry['part']): readonly TalkEntry[] {
  return entries.filter((entry) => entry.part === part);
}
