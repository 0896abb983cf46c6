import type { Locale } from '../../calendar/index.js';
import { type Answer, LONGEST_TEXT } from './answer.js';
import { type Typed, TYPED_IDS } from './forms.js';
import type { Background } from './sums.js';
import { type BackgroundQuestion, type Question, type Survey, valuesOf } from './survey.js';
import { surveyTexts } from './texts.js';

/** What was said, and why it cannot be taken as it is; nothing typed is dropped for a problem. */
export interface ReadAnswer {
  readonly said: Omit<Answer, 'ticket' | 'department'>;
  readonly background: Background;
  readonly problems: readonly string[];
  /** The first page that has a problem. */
  readonly page?: number;
  readonly isEmpty: boolean;
}

/** Reads the inputs of `pages`, or of all. What is no option of the survey counts as not chosen. */
export function readAnswer(survey: Survey, typed: Typed, locale: Locale, pages?: readonly number[]): ReadAnswer {
  const chosen: Record<string, string[]> = {};
  const problems: { readonly page: number; readonly problem: string }[] = [];
  let main: string | undefined;
  for (const question of survey.questions) {
    if (pages && !pages.includes(question.page)) continue;
    if (question.kind === 'text') continue;
    const picked = pickedOf(question, typed[question.id]);
    const read = question.main ? withMain(question, picked, typed.Q1main) : { picked };
    if (read.picked.length > 0) chosen[question.id] = [...read.picked];
    main = read.main ?? main;
    problems.push(...problemsOf(question, read, locale).map((problem) => ({ page: question.page, problem })));
  }
  const background = survey.background.flatMap((one) =>
    pickedOf(one, typed[one.id]).map((name) => [one.id, name] as const),
  );
  const text = typed.Q15.trim();
  const textPage = survey.questions.find(({ id }) => id === 'Q15')?.page ?? 0;
  if (text.length > LONGEST_TEXT && (!pages || pages.includes(textPage)))
    problems.push({ page: textPage, problem: surveyTexts[locale].tooLong(LONGEST_TEXT, text.length) });
  return {
    said: { chosen, ...(main && { main }), ...(text !== '' && { text }) },
    background: Object.fromEntries(background),
    problems: problems.map(({ problem }) => problem),
    page: problems[0]?.page,
    // Whoever only told of themselves has said nothing.
    isEmpty: TYPED_IDS.every((key) => typed[key].trim() === '' || survey.background.some(({ id }) => id === key)),
  };
}

interface Picked {
  readonly picked: readonly string[];
  readonly main?: string;
  /** The main one is none of as many as may be chosen. */
  readonly isBeside?: boolean;
}

function pickedOf(question: Question | BackgroundQuestion, typed: string): readonly string[] {
  const values = valuesOf(question);
  const picked = typed.split(',').map((value) => value.trim());
  const known = values.filter((value) => picked.includes(value));
  return question.kind === 'choices' ? known : known.slice(0, 1);
}

/** Whoever names the main reason has chosen it. */
function withMain(question: Question, picked: readonly string[], typed: string): Picked {
  const main = valuesOf(question).find((value) => value === typed.trim());
  if (main === undefined || picked.includes(main)) return { picked, main };
  if (picked.length < (question.most ?? 1)) return { picked: [...picked, main], main };
  return { picked, isBeside: true };
}

function problemsOf({ most = 1 }: Question, { picked, isBeside }: Picked, locale: Locale): string[] {
  const texts = surveyTexts[locale];
  return [...(picked.length > most ? [texts.tooMany(most)] : []), ...(isBeside ? [texts.mainMissing] : [])];
}
