import type { Turn, View } from '../actions/index.js';
import { stockholmDate } from '../calendar/index.js';
import type { Figures } from '../feedback/index.js';
import type { Directory } from '../people/index.js';
import type { QuestionStore } from './question-store.js';
import { isOpen, openFirst, pageOf } from './page.js';
import { statusOf, whoAsked } from './views.js';

/** How far back HR's card looks. */
export const DAYS_SHOWN = 90;
const DAY_MS = 24 * 3600 * 1000;

export interface ListParts {
  readonly questions: Pick<QuestionStore, 'list'>;
  readonly directory: Directory;
  /** What was asked and rated, for the first page. */
  readonly figures: Figures;
}

/** HR's card of one organisation: figures on the first page, sent questions with names, open ones first, page by page. */
export async function listView(
  { questions, directory, figures }: ListParts,
  { now, locale, asker }: Turn,
  organisation: string,
  page: number,
): Promise<View> {
  const from = stockholmDate(new Date(now.getTime() - (DAYS_SHOWN - 1) * DAY_MS));
  const range = { organisation, from, to: stockholmDate(now) };
  const [counted, sent] = await Promise.all([
    page === 1 ? figures(range, locale) : undefined,
    pageOf(
      openFirst(() => questions.list(range)),
      page,
    ),
  ]);
  return {
    template: 'questions/list',
    data: {
      organisation,
      days: DAYS_SHOWN,
      page,
      figures: counted ? [counted] : [],
      questions: sent.questions.map((question) => ({
        id: question.id,
        day: stockholmDate(question.sentAt),
        who: whoAsked(question, directory, locale),
        question: question.question,
        status: statusOf(question, asker.id, directory, locale),
        isOpen: isOpen(question),
      })),
      pages: [
        ...(page > 1 ? [{ to: page - 1, direction: 'previous' }] : []),
        ...(sent.hasMore ? [{ to: page + 1, direction: 'next' }] : []),
      ],
    },
  };
}
