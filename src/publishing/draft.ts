import { z } from 'zod';
import { type Phase, PHASES } from '../ask/index.js';
import type { Locale } from '../calendar/index.js';
import { type GuardText, judge, LONGEST_SHOWN, verdictText } from '../privacy/index.js';
import { QUESTION_ID } from '../questions/index.js';
import type { Publication } from './published-store.js';
import { publishingTexts } from './texts.js';

export const MAX_TITLE = 120;
export const MAX_TEXT = 3000;
const MAX_WORDING = 300;
const MAX_WORDINGS = 10;

/** Instead of a department: a choice of a card must have a value. */
export const EVERYBODY = '*';

/** What HR edits. `wordings` are ways to ask, one on each line. An emptied input is not sent at all. */
export const draftSchema = z
  .object({
    question: z.string().regex(QUESTION_ID),
    /** The version that the form was opened with; 0 for a new one. */
    basis: z.number().int().min(0),
    shown: z.string().max(LONGEST_SHOWN).default(''),
    title: z.string().trim().max(1000).default(''),
    wordings: z.string().trim().max(5000).default(''),
    text: z
      .string()
      .trim()
      .max(2 * MAX_TEXT)
      .default(''),
    /** Missing until HR chooses one, where nothing told which it is. */
    phase: z.enum(PHASES).optional(),
    /** A department of the organisation, or EVERYBODY. */
    department: z.string().min(1).max(200).default(EVERYBODY),
  })
  .strict();
export type Draft = z.infer<typeof draftSchema>;

/** The ways to ask, each once. */
export function wordingsOf({ wordings }: Pick<Draft, 'wordings'>): string[] {
  return [...new Set(wordings.split(/\r?\n/).map((line) => line.trim()))].filter((line) => line !== '');
}

/** What keeps the draft from being published, and what the form carries from now on; undefined when nothing does. */
export function checkDraft(
  draft: Draft,
  guard: GuardText,
  { names, locale }: { readonly names: readonly string[]; readonly locale: Locale },
): { readonly problem: string; readonly shown: string } | undefined {
  const texts = publishingTexts[locale];
  const wordings = wordingsOf(draft);
  const stop = (problem: string) => ({ problem, shown: draft.shown });
  if (draft.title === '') return stop(texts.titleEmpty);
  if (wordings.length === 0) return stop(texts.wordingsEmpty);
  if (draft.text === '') return stop(texts.textEmpty);
  const swedish = locale === 'sv';
  if (draft.title.length > MAX_TITLE) return stop(texts.tooLong(swedish ? 'rubriken' : 'the title', MAX_TITLE));
  if (draft.text.length > MAX_TEXT) return stop(texts.tooLong(swedish ? 'texten' : 'the text', MAX_TEXT));
  if (wordings.length > MAX_WORDINGS) return stop(texts.tooMany(MAX_WORDINGS));
  if (wordings.some(({ length }) => length > MAX_WORDING))
    return stop(texts.tooLong(swedish ? 'en formulering' : 'a wording', MAX_WORDING));
  const verdict = judge(guard([draft.title, ...wordings, draft.text].join('\n'), { names }), draft.shown);
  const problem = verdictText(verdict, locale);
  return problem === undefined ? undefined : { problem, shown: verdict.kind === 'ask' ? verdict.shown : draft.shown };
}

/** The version that the draft makes. */
export function publicationOf(
  draft: Draft,
  {
    organisation,
    by,
    at,
    phase,
  }: { readonly organisation: string; readonly by: string; readonly at: Date; readonly phase: Phase },
): Publication {
  return {
    organisation,
    id: draft.question,
    version: draft.basis + 1,
    title: draft.title,
    questions: wordingsOf(draft),
    text: draft.text,
    phase,
    department: draft.department === EVERYBODY ? undefined : draft.department,
    by,
    publishedAt: at,
    isWithdrawn: false,
  };
}

/** A published version as the form shows it. */
export function draftOf(publication: Publication): Omit<Draft, 'shown'> {
  const { id, version, title, questions, text, phase, department = EVERYBODY } = publication;
  return { question: id, basis: version, title, wordings: questions.join('\n'), text, phase, department };
}

/** Whether the same was published before: a second press on the same form. */
export function saysTheSame(one: Publication, other: Publication): boolean {
  const content = ({ title, questions, text, phase, department, isWithdrawn }: Publication) =>
    JSON.stringify([title, questions, text, phase, department ?? '', isWithdrawn]);
  return content(one) === content(other);
}
