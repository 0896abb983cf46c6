import { z } from 'zod';
import type { Case } from '../../ask/index.js';
import { readJsonLines } from '../json-lines.js';

const label = z.number().int().min(0);
const texts = z.array(z.string()).min(1);

/** As SweFAQ writes a case. */
const sweFaqSchema = z
  .object({
    question: z.string().min(1),
    candidate_answers: texts,
    label,
    category_id: z.union([z.string(), z.number()]),
  })
  .transform(({ question, candidate_answers, label: right, category_id }) => ({
    question,
    candidates: candidate_answers,
    right,
    group: String(category_id),
  }));

const caseSchema = z.object({ question: z.string().min(1), candidates: texts, right: label, group: z.string().min(1) });

const lineSchema = z.unknown().transform((line, context): Case => {
  const isSweFaq = typeof line === 'object' && line !== null && 'candidate_answers' in line;
  const parsed = (isSweFaq ? sweFaqSchema : caseSchema).safeParse(line);
  if (!parsed.success) parsed.error.issues.forEach((issue) => context.addIssue(issue));
  else if (parsed.data.right < parsed.data.candidates.length) return parsed.data;
  else context.addIssue({ code: 'custom', path: ['right'], message: 'names a candidate that is not there' });
  return z.NEVER;
});

/**
 * Reads questions with their candidates and the right one, as JSON lines {"question","candidates","right","group"} or in
 * SweFAQ's own form. Throws at the first line that is neither: weights from half a file would pass for those of all of it.
 */
export function readCases(file: string): Case[] {
  const cases = readJsonLines<Case>(file, lineSchema).map((line) => {
    if ('fault' in line) throw new Error(`${file}:${line.number}: ${line.fault}`);
    return line.value;
  });
  if (cases.length === 0) throw new Error(`${file} holds no questions.`);
  return cases;
}
