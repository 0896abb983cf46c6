import { withoutLinks } from '../actions/index.js';
import type { Locale } from '../calendar/index.js';
import { stockholmDate } from '../calendar/index.js';
import { homeOf } from './home.js';
import type { Knowledge, Phase, Routine } from './knowledge.js';
import { createRoutineAnswer, type AnswerRoutine } from './routines/routine-answer.js';
import { type FindRoutines, findRoutinesSteps } from './routines/find-routines.js';
import { createStatisticsStore } from './statistics/store.js';
import { besideTurns } from './steps.js';
import { detectLanguage } from './text/language.js';
import { tokenise } from './text/fold.js';
import { createRoutineSearch, type RoutineSearch } from './search/routine-search.js';
import { createUnderstand } from './understand/frame.js';

/** An answer that the asker's own HR published as a routine; ask/ shows it as it was written. */
export interface PublishedAnswer {
  readonly organisation: string;
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly questions: readonly string[];
  /** Short Markdown. */
  readonly text: string;
  readonly phase: Phase;
  /** The department's name in the directory; none for everybody of the organisation. */
  readonly department?: string;
  readonly publishedAt: Date;
}

/** The routines that one organisation's people are answered from: those of the knowledge and what their HR published. */
export interface RoutineShelf {
  readonly find: FindRoutines;
  readonly answer: AnswerRoutine;
  /** The same routines for the search command. */
  readonly search: RoutineSearch;
}

/** Where ask/ gets shelves from: handed in by main.ts, so that ask/ knows no storage. Undefined where nothing was published. */
export interface PublishedSource {
  shelf(organisation: string): RoutineShelf | undefined;
}

/**
 * Makes shelves, each anew when something of its organisation changed. It takes about as long as reading all routines at start, so it is
 * done in slices, and turns are answered meanwhile.
 */
export function createShelfIndexer(knowledge: Knowledge) {
  const store = createStatisticsStore(knowledge);
  const understand = createUnderstand(knowledge);
  return async (published: readonly PublishedAnswer[]): Promise<RoutineShelf> => {
    const own = published.map((answer) => toRoutine(answer, knowledge));
    const whole: Knowledge = { ...knowledge, routines: [...knowledge.routines, ...own] };
    const find = await besideTurns(findRoutinesSteps(whole, store));
    return {
      find,
      search: createRoutineSearch(whole, (locale) => find.rankers[locale]),
      answer: createRoutineAnswer(whole, understand),
    };
  };
}

/** HR writes in one language: its words stand for both, and the answer says which one. */
function toRoutine(answer: PublishedAnswer, { populations }: Knowledge): Routine {
  const { organisation, id, version, title, questions, text, phase, department, publishedAt } = answer;
  const home = homeOf({ organisation, department: department ?? '' }, populations);
  const locale: Locale = detectLanguage(tokenise(`${title}. ${text}`)) ?? 'sv';
  const on = stockholmDate(publishedAt);
  return {
    id,
    title,
    titleEn: title,
    phase,
    organisation: home.organisation,
    department: home.department,
    audience: ['chef', 'hr', 'medarbetare'],
    sources: [],
    validFrom: on,
    reviewBy: on,
    questions: [...questions],
    questionsEn: [...questions],
    related: [],
    body: withoutLinks(text),
    bodyEn: withoutLinks(text),
    published: { organisation, department, on, version, locale },
  };
}
