import { z } from 'zod';
import { QUESTION_IDS, type QuestionId } from './survey.js';

/** As many characters as the free text may have. */
export const LONGEST_TEXT = 600;

const chosen = z.array(z.string().max(20)).max(20);

/**
 * One answer as it is kept under seal: what was chosen, nothing of who, when or in which unit. `ticket` is the hash of the
 * random number of the card that it came from: the same card sent twice is one answer.
 */
export const answerSchema = z
  .object({
    ticket: z.string().min(20).max(100),
    department: z.string().max(200).optional(),
    chosen: z.record(z.enum(QUESTION_IDS), chosen).default({}),
    /** The main one of the reasons. */
    main: z.string().max(20).optional(),
    text: z.string().max(LONGEST_TEXT).optional(),
  })
  .strict();
export type Answer = z.infer<typeof answerSchema>;

/** What an answer says to a question: nothing, one value or several. */
export function saidTo(answer: Pick<Answer, 'chosen'>, id: QuestionId): readonly string[] {
  return answer.chosen[id] ?? [];
}
