import { clip } from '../../clip.js';
import { pageWithin, type View } from '../../actions/index.js';
import type { Locale } from '../../calendar/index.js';
import { periodIn } from '../picture/look.js';
import type { TextBatch } from '../picture/store.js';
import type { Limits } from '../survey/settings.js';
import type { Said } from './check.js';
import type { Learning, SeenSubject, SeenTie } from './lookup.js';
import { learningTexts } from './texts.js';

/** So many themes and reasons stand on one card, and so many activities to choose among. */
const SUBJECTS = 5;
const ACTIVITIES = 10;
const MOST_OF_WORDS = 140;
const MOST_OF_A_TITLE = 70;
/** Of a subject's ties on the card of all; its own card has each. And of the plans, the newest. */
const TIES = 4;
const PLANS = 40;

export interface OverviewAbout {
  readonly locale: Locale;
  readonly page: number;
  readonly limits: Limits;
  readonly mayWrite: boolean;
  /** There are free texts that HR may read. */
  readonly hasTexts: boolean;
  readonly note?: string;
}

/** Themes and reasons with what is done about them. `mayWrite`: HR; who only analyses reads. */
export function overviewView({ subjects }: Learning, about: OverviewAbout): View {
  const { locale, mayWrite, hasTexts, limits, note = '' } = about;
  const texts = learningTexts[locale];
  const { items, page, pages, turnings } = pageWithin(subjects, about.page, SUBJECTS);
  return {
    template: 'exit/learn',
    data: {
      title: texts.title,
      note,
      place: pages > 1 ? texts.place(page, pages) : '',
      empty: subjects.length > 0 ? '' : texts.nothing(limits.breakdown, limits.group),
      subjects: items.map((one, at) => ({
        ...{ kind: one.kind, subject: one.id, name: one.name, about: aboutIn(one, locale) },
        description: one.theme?.description ?? '',
        ties: [
          ...one.ties.slice(0, TIES).map((tie) => ({ line: tieIn(tie, locale) })),
          ...(one.ties.length > TIES ? [{ line: texts.more(one.ties.length - TIES) }] : []),
        ],
        edit: texts.edit((page - 1) * SUBJECTS + at + 1),
        tie: texts.tie((page - 1) * SUBJECTS + at + 1),
        number: (page - 1) * SUBJECTS + at + 1,
        mayEdit: mayWrite && one.kind === 'theme',
        mayWrite,
      })),
      turns: turnings,
      canAdd: mayWrite && hasTexts,
    },
  };
}

/** "Tema ur fritext, T1 2026: 4 av 12 texter" */
export function aboutIn({ kind, tertials, theme }: SeenSubject, locale: Locale): string {
  const texts = learningTexts[locale];
  const period = periodIn(locale, tertials);
  return theme ? texts.themeAbout(period, theme.support, theme.texts) : texts.kinds[kind](period);
}

/** The activity and its plan, or that the plan no longer has it. */
export function tieIn({ words, planTitle, isLost }: SeenTie, locale: Locale): string {
  const line = `${short(words)} (${short(planTitle, MOST_OF_A_TITLE)})`;
  return isLost ? learningTexts[locale].lost(line) : learningTexts[locale].tied(line);
}

export interface FormAbout {
  readonly locale: Locale;
  readonly theme: string;
  readonly form: string;
  readonly seen: string;
  readonly shown?: string;
  readonly said: Said;
  readonly batch: string;
  /** Newest first; one alone for a theme that is there, which stays with its texts. */
  readonly batches: readonly Pick<TextBatch, 'id' | 'tertials' | 'texts'>[];
  readonly problems?: readonly string[];
  readonly least: number;
  /** How often the theme is tied, when its withdrawal was asked for. */
  readonly ties?: number;
}

export function themeView(about: FormAbout): View {
  const { locale, theme, form, seen, shown = '', said, batch, batches, problems = [], least, ties } = about;
  const texts = learningTexts[locale];
  return {
    template: 'exit/learn-theme',
    data: {
      title: theme === '' ? texts.newTheme : texts.theme,
      ...{ theme, form, seen, shown, batch, ...said, least },
      problems: [...problems, ...(ties === undefined ? [] : [texts.withdrawAsk(ties)])].map((problem) => ({ problem })),
      batches: batches.map(({ id, tertials, texts: read }) => ({
        value: id,
        title: texts.batch(periodIn(locale, tertials), read.length),
      })),
      withdrawal: theme === '' ? [] : [{ sure: ties === undefined ? '' : 'yes' }],
    },
  };
}

export interface TieAbout {
  readonly locale: Locale;
  readonly subject: SeenSubject;
  readonly plans: Learning['plans'];
  readonly plan: string;
  readonly search: string;
  readonly page: number;
  /** Of the chosen plan, those that the search found. */
  readonly found: readonly { readonly id: string; readonly words: string }[];
  readonly note?: string;
}

/** One theme or reason: what it is tied to, and the activities of a plan to choose another of. */
export function tieView({ locale, subject, plans, plan, search, found, note = '', ...about }: TieAbout): View {
  const texts = learningTexts[locale];
  const { items, page, pages, turnings } = pageWithin(found, about.page, ACTIVITIES);
  return {
    template: 'exit/learn-tie',
    data: {
      ...{ kind: subject.kind, subject: subject.id, name: subject.name, about: aboutIn(subject, locale), note },
      ties: subject.ties.map((tie, at) => ({ tie: tie.id, line: tieIn(tie, locale), untie: texts.untie(at + 1) })),
      noTies: subject.ties.length === 0 ? texts.noTies : '',
      plans: plans
        .filter(({ id }, at) => at < PLANS || id === plan)
        .map(({ id, title }) => ({ value: id, title: short(title, MOST_OF_A_TITLE) })),
      ...{ plan, search, page },
      activities: items.map(({ id, words }) => ({ value: `${plan}/${id}`, title: short(words) })),
      place:
        items.length === 0
          ? plans.length === 0
            ? texts.noPlans
            : texts.noneFound
          : texts.found(found.length, page, pages),
      turns: turnings,
    },
  };
}

function short(words: string, most = MOST_OF_WORDS): string {
  return clip(words.replace(/\s+/g, ' '), most);
}
