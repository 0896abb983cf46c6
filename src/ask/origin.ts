import { z } from 'zod';
import { MAX_QUESTION_LENGTH } from './answer.js';
import { askContextSchema } from './context.js';

/**
 * What the buttons of an answer carry so that the same answer can be shown again, since no answer is stored: the question, and
 * what the conversation was about before it. It lies in the chat alone, where the question stands already.
 */
const originSchema = z.object({
  question: z.string().min(1).max(MAX_QUESTION_LENGTH),
  context: askContextSchema,
  /** Of a quotation: which words of which document, see quotationKey. Another passage is another answer. */
  quoted: z.string().max(64).optional(),
});

export type Origin = z.infer<typeof originSchema>;

export function writeOrigin(origin: Origin): string {
  return JSON.stringify(origin);
}

/** Undefined for what no card of ours holds: the client may send anything. */
export function readOrigin(text: string): Origin | undefined {
  try {
    return originSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
