import { z } from 'zod';
import type { AnswerKind } from '../../ask/index.js';

/** A question with what its answer must and must not hold, as test/ask/questions.*.jsonl has them. */
export const judgedQuestionSchema = z.object({
  id: z.string(),
  kind: z.enum(['statistic', 'routine', 'unknown', 'smalltalk']),
  turns: z.array(z.string().min(1)).min(1),
  must: z.array(z.string()),
  mustNot: z.array(z.string()),
  why: z.string().optional(),
});
export type JudgedQuestion = z.infer<typeof judgedQuestionSchema>;

export interface Verdict {
  readonly isRight: boolean;
  readonly because: readonly string[];
  /** A figure was given where it is wrong, incomplete or does not exist: the one thing that costs trust. */
  readonly isWrongFigure: boolean;
}

const FIGURE = /\d+(?:[.,\u00a0\u202f ]\d+)*\s*(?:%|procent|per ?cent)|\d{2,}/u;
const UNSURE: readonly AnswerKind[] = ['unknown', 'clarify', 'sensitive'];

/** Judges the reply to the last turn: every `must` matches its visible text, no `mustNot` does, and its kind fits. */
export function judge(question: JudgedQuestion, reply: { readonly kind: AnswerKind; readonly text: string }): Verdict {
  const matches = (pattern: string) => new RegExp(pattern, 'iu').test(reply.text);
  const lacking = question.must.filter((pattern) => !matches(pattern));
  const bad = question.mustNot.filter(matches);
  const isUnsure = UNSURE.includes(reply.kind);
  const because = [
    ...lacking.map((pattern) => `lacks ${pattern}`),
    ...bad.map((pattern) => `has ${pattern}`),
    ...(question.kind === 'unknown' && !isUnsure ? [`answered as ${reply.kind}`] : []),
    ...(['statistic', 'routine'].includes(question.kind) && isUnsure ? [`answered as ${reply.kind}`] : []),
  ];
  const isRight = because.length === 0;
  const isWrongFigure =
    (question.kind === 'unknown' && bad.length > 0) ||
    (question.kind === 'statistic' && !isRight && !isUnsure && FIGURE.test(reply.text));
  return { isRight, because, isWrongFigure };
}
