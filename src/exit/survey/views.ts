import type { View } from '../../actions/index.js';
import type { Locale } from '../../calendar/index.js';
import type { ExitCase } from '../case/exit-case.js';
import type { Invited } from './invitations.js';
import { inform, type Limits } from './settings.js';
import { keptOf, type Typed } from './forms.js';
import { type BackgroundQuestion, PAGES, type Question, type Survey, valuesOf } from './survey.js';
import { tertialKey } from './tertial.js';
import { surveyTexts } from './texts.js';

export interface ViewParts {
  readonly survey: Survey;
  readonly limits: Limits;
  readonly locale: Locale;
}

const COVER = 'exit/survey';

/** The card that is sent: what is asked and what becomes of it, before the first question. */
export function coverView(
  { survey, limits, locale }: ViewParts,
  exitCase: ExitCase,
  { ticket, invited }: { readonly ticket: string; readonly invited: Invited },
): View {
  const about = { locale, limits, tertial: tertialKey(exitCase.lastWorkingDay) };
  const ids = ['I1', 'I2', 'I3', ...(invited.total < limits.group ? (['FEW'] as const) : []), 'I4'] as const;
  return {
    template: COVER,
    data: {
      ...{ case: exitCase.id, ticket, note: '', state: 'open' },
      lines: ids.map((id) => ({ line: inform(survey, id, about) })),
      until: surveyTexts[locale].open(exitCase.lastWorkingDay),
      canAskContact: false,
    },
  };
}

/** Closed, sent, not theirs: a line, and the ways to get help where somebody may need them. */
export function endView(
  { survey, limits, locale }: ViewParts,
  note: string,
  about: { readonly exitCase?: ExitCase; readonly canAskContact?: boolean } = {},
): View {
  const { exitCase, canAskContact = false } = about;
  const tertial = exitCase && tertialKey(exitCase.lastWorkingDay);
  return {
    template: COVER,
    data: {
      ...{ case: exitCase?.id ?? '', ticket: '', note, state: 'over', until: '', canAskContact },
      lines: canAskContact && tertial ? [{ line: inform(survey, 'ROUTES', { locale, limits, tertial }) }] : [],
    },
  };
}

export interface PageAbout {
  readonly exitCase: ExitCase;
  readonly ticket: string;
  readonly page: number;
  readonly typed: Typed;
  readonly shown?: string;
  readonly problems?: readonly string[];
}

/** The inputs that stand on a page. */
export function onPage(survey: Survey, page: number): (key: keyof Typed) => boolean {
  const all = [...survey.questions, ...survey.background];
  const there = new Set(all.filter((question) => question.page === page).map(({ id }) => id as string));
  return (key) => there.has(key === 'Q1main' ? 'Q1' : key);
}

/** One page of questions, with all that was answered so far in what its buttons send. */
export function pageView(
  { survey, limits, locale }: ViewParts,
  { exitCase, ticket, page, typed, shown = '', problems = [] }: PageAbout,
): View {
  const texts = surveyTexts[locale];
  const tertial = tertialKey(exitCase.lastWorkingDay);
  const all = [...survey.questions, ...survey.background];
  const questions = Object.fromEntries(all.map((one) => [one.id, asked(one, page, typed, locale)]));
  const main = survey.questions.find(({ id }) => id === 'Q1')?.main?.[locale] ?? '';
  return {
    template: 'exit/survey-page',
    data: {
      ...{ case: exitCase.id, ticket, page, pages: PAGES, shown },
      kept: keptOf(typed, onPage(survey, page)),
      place: texts.page(page, PAGES),
      problems: problems.map((problem) => ({ problem })),
      ...questions,
      main: { label: main, value: typed.Q1main },
      routes: page === routesPage(survey) ? [{ line: inform(survey, 'ROUTES', { locale, limits, tertial }) }] : [],
    },
  };
}

function asked(question: Question | BackgroundQuestion, page: number, typed: Typed, locale: Locale) {
  const isHere = question.page === page;
  const choices = isHere ? choicesOf(question, locale) : [];
  return { isHere, label: question[locale], value: isHere ? typed[question.id] : '', choices };
}

function choicesOf(question: Question | BackgroundQuestion, locale: Locale) {
  const { kind, options } = question;
  if (kind === 'scale')
    return valuesOf(question).map((value, at) => ({ title: surveyTexts[locale].scale[at]!, value }));
  if (kind === 'recommend') return valuesOf(question).map((value) => ({ title: value, value }));
  return options.map((option) => ({ title: option[locale], value: option.id }));
}

function routesPage({ questions }: Survey): number | undefined {
  return questions.find(({ id }) => id === 'Q14')?.page;
}
