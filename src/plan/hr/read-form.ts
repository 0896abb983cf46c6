import { type Choice, chosen, namesOf } from '../../broadcast/index.js';
import { LAST_MINUTE, type Locale, readMoment, stockholmDate } from '../../calendar/index.js';
import { type GuardText, judge, verdictText } from '../../privacy/index.js';
import type { Plan } from '../plan.js';
import type { Round } from '../round/index.js';
import { isUsualTitle, usualTitle } from './proposal.js';
import { planHrTexts } from './texts.js';
import { LONGEST, type Typed } from './values.js';

/** What HR wants to ask about, ready to be rehearsed. */
export type Wanted = Pick<
  Round,
  'title' | 'period' | 'year' | 'plans' | 'departments' | 'asksGoals' | 'message' | 'deadline' | 'reminds'
>;

export type ReadForm =
  | { readonly kind: 'wanted'; readonly wanted: Wanted }
  | {
      readonly kind: 'faulty';
      readonly problems: readonly string[];
      /** What the form carries from now on of what its writer was asked about. */
      readonly shown: string;
    };

export interface Circumstances {
  readonly plans: readonly Plan[];
  readonly departments: readonly Choice[];
  /** Titles of the organisation's other rounds, in small letters. */
  readonly taken: ReadonlySet<string>;
  readonly guard: GuardText;
  readonly now: Date;
  readonly locale: Locale;
}

/** Reads the form as it was typed. Tells every problem at once. Pure. */
export function readForm(typed: Typed, about: Circumstances): ReadForm {
  const texts = planHrTexts[about.locale];
  const plans = chosen(typed.plans);
  const departments = namesOf(chosen(typed.departments), about.departments);
  const year = yearOf(typed.year);
  const title = titleOf(typed);
  const deadline = readMoment(typed.deadline, LAST_MINUTE);
  const words = judge(about.guard(`${title}\n${typed.message}`), typed.shown);
  const problems = [
    ...(plans.length === 0 ? [texts.plansMissing] : []),
    ...(plans.every((id) => about.plans.some((plan) => plan.id === id)) ? [] : [texts.planGone]),
    ...(departments ? [] : [texts.departmentGone]),
    ...(year === undefined ? [texts.yearUnreadable] : []),
    ...(title.length > LONGEST.title ? [texts.titleTooLong(LONGEST.title)] : []),
    ...(about.taken.has(title.toLowerCase()) ? [texts.titleTaken(title)] : []),
    ...problemsOfDeadline(typed.deadline, deadline, about),
    ...(typed.message.trim().length > LONGEST.message ? [texts.messageTooLong(LONGEST.message)] : []),
  ];
  const verdict = verdictText(words, about.locale);
  const all = verdict === undefined ? problems : [...problems, verdict];
  if (all.length > 0 || !departments || year === undefined || !deadline)
    return { kind: 'faulty', problems: all, shown: words.kind === 'ask' ? words.shown : typed.shown };
  const { period, asksGoals, reminds, message } = typed;
  return {
    kind: 'wanted',
    wanted: {
      ...{ title, period, year, plans, departments, deadline },
      asksGoals: asksGoals === 'true',
      reminds: reminds === 'true',
      message: message.trim(),
    },
  };
}

/** A title that nobody made up follows the period that was chosen since. */
function titleOf({ title, period, year }: Typed): string {
  const typed = title.trim();
  const usual = usualTitle({ period, year: Number(year) });
  const isOfThis = typed.toLowerCase().startsWith(usual.toLowerCase());
  return typed === '' || (isUsualTitle(typed) && !isOfThis) ? usual : typed;
}

function yearOf(text: string): number | undefined {
  return /^20\d\d$/.test(text.trim()) ? Number(text) : undefined;
}

/** What is wrong with a last day as it was typed and read. */
export function problemsOfDeadline(
  typed: string,
  deadline: Date | undefined,
  { now, locale }: Pick<Circumstances, 'now' | 'locale'>,
): string[] {
  const texts = planHrTexts[locale];
  if (typed.trim() === '') return [texts.deadlineMissing];
  if (!deadline) return [texts.deadlineUnreadable];
  return deadline > now ? [] : [texts.deadlinePast(typed, stockholmDate(now))];
}
