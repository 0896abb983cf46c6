import type { Locale } from '../../calendar/index.js';
import type { Question } from '../answer.js';
import { homeOf } from '../home.js';
import type { Knowledge, Routine } from '../knowledge.js';
import type { Home } from '../statistics/choose-places.js';
import type { StatisticsStore } from '../statistics/store.js';
import { atOnce, type Steps } from '../steps.js';
import type { Frame } from '../understand/frame.js';
import { asWrittenSteps } from './as-written.js';
import { coverageSteps } from './coverage.js';
import { type Ranked, routineRankerSteps } from './ranker.js';
import { rankedText, scopeFactor, scopeOf } from './scope.js';

const MOST_RANKED = 3;
/** So sure of a routine that the one before does not matter. */
const SURE_ALONE = 0.7;
const LONGEST_FOLLOW_UP = 10;

/** The routines closest to a question, best first. */
export interface Closest {
  readonly ranked: readonly Ranked[];
  /** How much of the question the first one speaks of at all, 0 to 1. */
  readonly spokenOf: number;
}

export interface FindRoutines {
  /** The routine whose own question this is, word for word. */
  readonly asWritten: (frame: Frame, question: Question) => Routine | undefined;
  readonly closest: (frame: Frame, locale: Locale, question: Question) => Closest;
}

/** Finds routines for questions. Built once; each search is pure. */
export function createFindRoutines(knowledge: Knowledge, store: StatisticsStore): FindRoutines {
  return atOnce(findRoutinesSteps(knowledge, store));
}

/** The same in small steps. */
export function* findRoutinesSteps(knowledge: Knowledge, store: StatisticsStore): Steps<FindRoutines> {
  const rankers = { sv: yield* routineRankerSteps(knowledge, 'sv'), en: yield* routineRankerSteps(knowledge, 'en') };
  const routines = new Map(knowledge.routines.map((routine) => [routine.id, routine]));
  const coverageOf = yield* coverageSteps(knowledge.routines);
  const asWritten = yield* asWrittenSteps(knowledge.routines);

  function goesOnAbout({ tokens }: Frame, { context }: Question): boolean {
    return routines.has(context.routine ?? '') && tokens.length <= LONGEST_FOLLOW_UP;
  }

  /** How well a routine's place fits the question. */
  function fitOf(frame: Frame, question: Question): (routine: Routine) => number {
    const before = routines.get(question.context.routine ?? '');
    const home = lastPlace(before, question) ?? homeOf(question.asker, store.populations);
    const scope = scopeOf(frame, home, goesOnAbout(frame, question), store);
    return (routine) => scopeFactor(routine, scope) * departmentFactor(routine, question);
  }

  /** Where the conversation is: the place of the last routine or figure, which a short question keeps to. */
  function lastPlace(before: Routine | undefined, { context }: Question): Home | undefined {
    if (before) return { organisation: before.organisation, department: before.department };
    if (context.population === undefined) return undefined;
    return { organisation: store.organisationOf(context.population), department: context.population };
  }

  /** A question that goes on about the last routine is ranked with its title beside it. */
  function rank(frame: Frame, locale: Locale, question: Question): Ranked[] {
    const fit = fitOf(frame, question);
    const asked = rankedText(question.question, frame, store);
    const alone = rankers[locale].rank(asked, MOST_RANKED, fit);
    const before = routines.get(question.context.routine ?? '');
    if (!before || !goesOnAbout(frame, question) || (alone[0]?.confidence ?? 0) >= SURE_ALONE) return alone;
    const title =
      locale === 'sv' ? `${before.title} ${before.questions[0]}` : `${before.titleEn} ${before.questionsEn[0]}`;
    return rankers[locale].rank(`${title}. ${asked}`, MOST_RANKED, fit);
  }

  return {
    asWritten(frame, question) {
      const fit = fitOf(frame, question);
      // What the asker's own HR has published on exactly this wins over what documents say.
      const isOwn = (routine: Routine) => routine.published && departmentFactor(routine, question) === 1;
      return asWritten(question.question, (routine) => fit(routine) + (isOwn(routine) ? 1 : 0));
    },
    closest(frame, locale, question) {
      const ranked = rank(frame, locale, question);
      // A follow-up ("och vem?") leaves unsaid what the last routine speaks of.
      const spokenOf = ranked[0] && !goesOnAbout(frame, question) ? coverageOf(frame, ranked[0].routine) : 1;
      return { ranked, spokenOf };
    },
  };
}

/** As ANOTHER_PART of a named place (scope.ts). */
const PUBLISHED_FOR_OTHERS = 0.65;

/** What HR published for one department says less to the others. */
function departmentFactor({ published }: Routine, { asker }: Question): number {
  const isForAsker = published?.department === undefined || published.department === asker?.department;
  return isForAsker ? 1 : PUBLISHED_FOR_OTHERS;
}
