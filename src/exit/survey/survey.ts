import { z } from 'zod';
import type { Locale } from '../../calendar/index.js';

/** The questions, which the picture and the card know by these ids; their texts and options are knowledge/exit/survey.yml. */
export const QUESTION_IDS = [
  'Q1',
  'Q2',
  'Q3',
  'Q4',
  'Q5',
  'Q6',
  'Q7',
  'Q8',
  'Q9',
  'Q10',
  'Q11',
  'Q12',
  'Q13',
  'Q14',
  'Q15',
] as const;
export type QuestionId = (typeof QUESTION_IDS)[number];

/** What kind each is, whatever the file says of its text: figures are made by it. */
export const QUESTION_KINDS = {
  Q1: 'choices',
  Q2: 'choice',
  Q3: 'scale',
  Q4: 'scale',
  Q5: 'scale',
  Q6: 'scale',
  Q7: 'scale',
  Q8: 'scale',
  Q9: 'scale',
  Q10: 'scale',
  Q11: 'choices',
  Q12: 'recommend',
  Q13: 'choice',
  Q14: 'choice',
  Q15: 'text',
} as const satisfies Record<QuestionId, string>;
export type QuestionKind = (typeof QUESTION_KINDS)[QuestionId];

/** What somebody may tell of themselves; classes and texts are in knowledge/exit/survey.yml. Kept as sums alone (see sums.ts). */
export const BACKGROUND_IDS = ['occupation', 'tenure', 'gender'] as const;
export type BackgroundId = (typeof BACKGROUND_IDS)[number];

/** The questions that are divided by it: several options each, so that each option is a matter of its own. */
export const DIVIDED_IDS = ['Q1', 'Q11'] as const satisfies readonly QuestionId[];

/** What is told: before the questions, to those who are few, and below Q14. */
export const INFORMATION_IDS = ['I1', 'I2', 'I3', 'I4', 'FEW', 'ROUTES'] as const;
export type InformationId = (typeof INFORMATION_IDS)[number];

/** What stands in braces in an information text. */
export const PLACEHOLDERS = ['group', 'texts', 'months', 'period'] as const;

export const PAGES = 6;

const said = z.string().trim().min(1).max(600);
const both = { sv: said, en: said };
const optionSchema = z
  .object({ id: z.string().regex(/^[A-Za-z0-9]{1,20}$/, 'letters and digits only'), ...both })
  .strict();

const informationSchema = z.object({ id: z.enum(INFORMATION_IDS), kind: z.literal('information'), ...both }).strict();
const questionSchema = z
  .object({
    id: z.enum(QUESTION_IDS),
    kind: z.enum(['choices', 'choice', 'scale', 'recommend', 'text']),
    ...both,
    page: z.number().int().min(1).max(PAGES),
    most: z.number().int().min(1).max(10).optional(),
    /** Of several: asks for the most important of them. */
    main: z.object(both).strict().optional(),
    options: z.array(optionSchema).max(20).default([]),
  })
  .strict();

const backgroundSchema = z
  .object({
    id: z.enum(BACKGROUND_IDS),
    kind: z.literal('background'),
    ...both,
    page: z.number().int().min(1).max(PAGES),
    options: z.array(optionSchema).min(2).max(10),
  })
  .strict();

/** One entry of knowledge/exit/survey.yml. */
export const surveyEntrySchema = z.union([informationSchema, backgroundSchema, questionSchema]);
export type SurveyEntry = z.infer<typeof surveyEntrySchema>;
export type Question = z.infer<typeof questionSchema>;
export type BackgroundQuestion = z.infer<typeof backgroundSchema>;
export type Information = z.infer<typeof informationSchema>;

/** The survey as the file holds it: every question and information of the lists above, once. */
export interface Survey {
  readonly questions: readonly Question[];
  readonly background: readonly BackgroundQuestion[];
  readonly information: Readonly<Record<InformationId, Record<Locale, string>>>;
}

/** Of entries without faults (see knowledge/check-survey). */
export function surveyOf(entries: readonly SurveyEntry[]): Survey {
  const told = entries.filter((entry): entry is Information => entry.kind === 'information');
  return {
    questions: entries.filter(
      (entry): entry is Question => entry.kind !== 'information' && entry.kind !== 'background',
    ),
    background: entries.filter((entry): entry is BackgroundQuestion => entry.kind === 'background'),
    information: Object.fromEntries(told.map(({ id, sv, en }) => [id, { sv, en }])) as Survey['information'],
  };
}

/** The answers that a question takes: ids of options, 1 to 5 and "vet", 0 to 10; none for free text. */
export function valuesOf({
  kind,
  options,
}: Pick<Question | BackgroundQuestion, 'kind' | 'options'>): readonly string[] {
  if (kind === 'scale') return ['1', '2', '3', '4', '5', 'vet'];
  if (kind === 'recommend') return Array.from({ length: 11 }, (_, n) => String(n));
  return options.map(({ id }) => id);
}
