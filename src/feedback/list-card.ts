import type { Turn, View } from '../actions/index.js';
import type { Subjects } from '../ask/index.js';
import { type Locale, stockholmDate } from '../calendar/index.js';
import type { Directory } from '../people/index.js';
import type { FeedbackStores, SentQuestion } from './feedback-store.js';
import { pageOf } from './page.js';
import { reportQuestions, type QuestionsReport } from './report.js';
import { feedbackTexts } from './texts.js';

/** How far back HR's card looks. */
export const DAYS_SHOWN = 90;
const MOST_LISTED = 5;
const LONGEST_REASON = 200;
const DAY_MS = 24 * 3600 * 1000;

export interface ListParts extends FeedbackStores {
  readonly subjects: Pick<Subjects, 'titleOf'>;
  readonly directory: Directory;
}

/** HR's card of one organisation: figures on the first page, sent questions with names, newest first, page by page. */
export async function listView(
  parts: ListParts,
  { now, locale }: Turn,
  organisation: string,
  page: number,
): Promise<View> {
  const from = stockholmDate(new Date(now.getTime() - (DAYS_SHOWN - 1) * DAY_MS));
  const range = { organisation, from, to: stockholmDate(now) };
  const [report, sent] = await Promise.all([
    page === 1 ? reportQuestions(parts, range) : undefined,
    pageOf(parts.questions.list(range), page),
  ]);
  return {
    template: 'feedback/list',
    data: {
      organisation,
      days: DAYS_SHOWN,
      page,
      figures: report ? [figuresOf(report, parts, locale)] : [],
      questions: sent.questions.map((question) => lineOf(question, parts.directory, locale)),
      pages: [
        ...(page > 1 ? [{ to: page - 1, direction: 'previous' }] : []),
        ...(sent.hasMore ? [{ to: page + 1, direction: 'next' }] : []),
      ],
    },
  };
}

function figuresOf(report: QuestionsReport, { subjects }: ListParts, locale: Locale) {
  const title = (subject: string) => subjects.titleOf(subject, locale);
  return {
    asked: report.asked,
    notUnderstood: percent(report.notUnderstoodShare, locale),
    most: report.mostAsked.slice(0, MOST_LISTED).map(({ subject, count }) => ({ title: title(subject), count })),
    worst: report.worstRated.slice(0, MOST_LISTED).map(({ subject, up, down, reasons }) => ({
      title: title(subject),
      up,
      down,
      reasons: reasons.slice(0, 1).map((reason) => shorten(reason)),
    })),
  };
}

function lineOf({ personId, question, sentAt }: SentQuestion, directory: Directory, locale: Locale) {
  const person = directory.find(personId);
  const who = person ? `${person.name}, ${person.function}, ${person.department}` : feedbackTexts[locale].leftDirectory;
  return { day: stockholmDate(sentAt), who, question };
}

function percent(share: number | undefined, locale: Locale): string {
  if (share === undefined) return '–';
  return new Intl.NumberFormat(locale === 'sv' ? 'sv-SE' : 'en-GB', { style: 'percent' }).format(share);
}

function shorten(text: string): string {
  return text.length <= LONGEST_REASON ? text : `${text.slice(0, LONGEST_REASON - 1)}…`;
}
