import type { Subjects } from '../ask/index.js';
import type { Locale } from '../calendar/index.js';
import type { FeedbackStores, Range } from './feedback-store.js';
import { reportQuestions } from './report.js';

const MOST_LISTED = 5;
const LONGEST_REASON = 200;

/** What HR's card says of what was asked and how it was rated. */
export interface CardFigures {
  readonly asked: number;
  readonly notUnderstood: string;
  readonly most: readonly { readonly title: string; readonly count: number }[];
  readonly worst: readonly {
    readonly title: string;
    readonly up: number;
    readonly down: number;
    readonly reasons: readonly string[];
  }[];
}

export type Figures = (range: Range, locale: Locale) => Promise<CardFigures>;

export interface FiguresParts {
  readonly stores: FeedbackStores;
  readonly subjects: Pick<Subjects, 'titleOf'>;
  /** Writes what is counted but not stored yet, so that the figures hold the question of a moment ago. */
  readonly flushCounts: () => Promise<void>;
}

export function createFigures({ stores, subjects, flushCounts }: FiguresParts): Figures {
  return async (range, locale) => {
    await flushCounts();
    const report = await reportQuestions(stores, range);
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
  };
}

function percent(share: number | undefined, locale: Locale): string {
  if (share === undefined) return '–';
  return new Intl.NumberFormat(locale === 'sv' ? 'sv-SE' : 'en-GB', { style: 'percent' }).format(share);
}

function shorten(text: string): string {
  return text.length <= LONGEST_REASON ? text : `${text.slice(0, LONGEST_REASON - 1)}…`;
}
