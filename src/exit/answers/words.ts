import { z } from 'zod';

/** The entries of knowledge/vocabulary/exit.yml that the understanding reads by their ids; the file says what each is for. */
export const EXIT_WORDS = [
  'checklist',
  'exit',
  'leave',
  'last-day',
  'left',
  'overdue',
  'done',
  'progress',
  'when',
  'who',
  'whether',
  'which',
  'count',
  'what',
  'mine',
  'me',
  'our',
  'act',
  'carrier',
  'other',
] as const;
export type ExitWord = (typeof EXIT_WORDS)[number];

const forms = z.array(z.string().trim().min(1)).min(1);

/** Words of questions, or with `items` a matter of the checklist. */
export const exitWordsSchema = z
  .object({
    id: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/, 'small letters and single hyphens'),
    /** Items of the checklist that the matter is about, the one that is meant first. */
    items: z
      .array(z.string().regex(/^AVS-\d\d$/, 'AVS- and two digits'))
      .min(1)
      .optional(),
    /** Something that is done: read in the words of items as in those of questions. */
    deed: z.literal(true).optional(),
    /** Asked about in general as well: only a question that says whose it is means a case. */
    own: z.literal(true).optional(),
    sv: forms,
    en: forms,
  })
  .strict()
  .superRefine(({ id, items, own, deed }, context) => {
    const isWord = isExitWord(id);
    const issue = (path: string, message: string) =>
      context.addIssue({ code: z.ZodIssueCode.custom, path: [path], message });
    if (isWord && (items ?? own)) issue('items', `${id} is a word of questions and has no items`);
    if (deed && (isWord || (items ?? own))) issue('deed', `${id} is a deed and nothing else, so it has no items`);
    if (!isWord && !deed && !items) issue('items', `${id} is no word of questions, so it needs items of the checklist`);
  });
export type ExitWords = z.infer<typeof exitWordsSchema>;

export function isExitWord(id: string): id is ExitWord {
  return (EXIT_WORDS as readonly string[]).includes(id);
}
