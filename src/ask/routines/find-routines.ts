import type { Locale } from '../../calendar/index.js';
import type { Question } from '../answer.js';
import { homeOf } from '../home.js';
import type { Knowledge, Routine } from '../knowledge.js';
import type { Home } from '../statistics/choose-places.js';
import { partsOf, type StatisticsStore } from '../statistics/store.js';
import { atOnce, type Steps } from '../steps.js';
import type { Token } from '../text/fold.js';
import { contentStems } from '../understand/content.js';
import type { Frame } from '../understand/frame.js';
import { asWrittenSteps } from './as-written.js';
import { coverageSteps } from './coverage.js';
import { lettersOf } from './letters.js';
import { type Ranked, type RoutineRanker, routineRankerSteps } from './ranker.js';
import { rankedText, scopeFactor, scopeOf } from './scope.js';

const MOST_RANKED = 3;
/** How many are compared by what they speak of, how likely beside the first one and how much more they must speak of. */
const COMPARED = 8;
const NEARLY_AS_LIKELY = 0.08;
const CLEARLY_MORE = 0.25;
/** From here what the first one speaks of is enough. */
const ENOUGH = 0.6;
const NEARLY_ALL = 0.75;
/** So sure of a routine that the one before does not matter. */
const SURE_ALONE = 0.7;
const LONGEST_FOLLOW_UP = 12;
/** So much of a question that points back the routine before must speak of. */
const LEAST_TO_STAY = 0.5;
/** So many words must stand before a pronoun that means one of them. */
const FEWEST_BEFORE = 2;
/** So sure a routine must be about a figure's measure and place. */
const LEAST_ABOUT_FIGURE = 0.4;

/** The routines closest to a question, best first. */
export interface Closest {
  readonly ranked: readonly Ranked[];
  /** How much of the question the first one speaks of at all, 0 to 1. */
  readonly spokenOf: number;
}

export interface FindRoutines {
  /** The routine whose own question this is, word for word, or which explains the letter asked about. */
  readonly asWritten: (frame: Frame, question: Question) => Routine | undefined;
  /** The population that the routine answered before is about; undefined when none was, or it is about all. */
  readonly placeBefore: (question: Question) => string | undefined;
  readonly closest: (frame: Frame, locale: Locale, question: Question) => Closest;
  /** For a search by a few words, which are no question. */
  readonly rankers: Readonly<Record<Locale, RoutineRanker>>;
}

/** Finds routines for questions. Built once; each search is pure. */
export function createFindRoutines(knowledge: Knowledge, store: StatisticsStore): FindRoutines {
  return atOnce(findRoutinesSteps(knowledge, store));
}

/** The same in small steps. */
export function* findRoutinesSteps(knowledge: Knowledge, store: StatisticsStore): Steps<FindRoutines> {
  const rankers = { sv: yield* routineRankerSteps(knowledge, 'sv'), en: yield* routineRankerSteps(knowledge, 'en') };
  const routines = new Map(knowledge.routines.map((routine) => [routine.id, routine]));
  const spoken = yield* coverageSteps(
    knowledge.routines,
    (population) => store.population(population).level === 'organisation',
  );
  const letters = lettersOf(knowledge.routines);
  const asWritten = yield* asWrittenSteps(knowledge.routines);

  /** The routine that a short question goes on about: the one answered, or what a figure or a refusal before was about. */
  function beforeOf(frame: Frame, locale: Locale, { context }: Question): Routine | undefined {
    if (frame.tokens.length > LONGEST_FOLLOW_UP) return undefined;
    const isPointing = pointsBack(frame) && frame.populations.length === 0;
    const topic = isPointing ? routines.get(context.topic ?? '') : undefined;
    return topic ?? routines.get(context.routine ?? '') ?? (isPointing ? aboutFigure(locale, context) : undefined);
  }

  /** "Hur många är med i poolen?", then "vad gör de?": the routine about that measure there. */
  function aboutFigure(
    locale: Locale,
    { measure, population, breakdown = '' }: Question['context'],
  ): Routine | undefined {
    if (measure === undefined || population === undefined) return undefined;
    const [what, where] = [store.measure(measure), store.population(population)];
    const home = { organisation: store.organisationOf(population), department: population };
    const scope = { organisations: [home.organisation], parts: new Set(store.kin(population)), home, goesOn: true };
    const parts = partsOf(breakdown).map((part) => store.breakdownName(part, locale));
    const text = [what[locale], ...parts, where[locale]].join(' ');
    const named = rankers[locale].rank(text, 1, (routine) => scopeFactor(routine, scope));
    return (named[0]?.confidence ?? 0) >= LEAST_ABOUT_FIGURE ? named[0]!.routine : undefined;
  }

  function pointsBack(frame: Frame): boolean {
    const { tokens, lists } = frame;
    return tokens.some((token) => lists.pointer.has(token.text) && !pointsWithin(frame, token));
  }

  /** "Vilken process ska chefer följa när de rekryterar?": who is meant was said in the same sentence. */
  function pointsWithin(frame: Frame, { index, sentence }: Token): boolean {
    const { lists, tokens } = frame;
    if (!lists.condition.has(tokens[index - 1]?.text ?? '')) return false;
    const isBefore = (word: Token) => word.index < index && word.sentence === sentence && !lists.carrier.has(word.text);
    return contentStems(frame, isBefore).length >= FEWEST_BEFORE;
  }

  /** "Var ska det ligga?", "och när?": all that is asked about was said before. */
  function saysNothingNew(frame: Frame): boolean {
    const { lists } = frame;
    const asks = [lists.carrier, lists['who-or-when'], lists['how-often']];
    const isContent = ({ text }: Token) => !asks.some((list) => list.has(text));
    return frame.populations.length + frame.measures.length === 0 && contentStems(frame, isContent).length === 0;
  }

  /** "Vem följer upp det och hur ofta?": what is pointed back to says as much of the question as any other routine. */
  function staysWith(frame: Frame, before: Routine, best: Routine | undefined): boolean {
    if (!pointsBack(frame) || frame.populations.length > 0 || best === undefined) return false;
    const told = spoken.ofQuestion(frame, before);
    return told >= LEAST_TO_STAY && told >= spoken.ofQuestion(frame, best);
  }

  /** "Och i Norra innerstaden?" asks for the same thing there, so that its routine must speak of it. */
  function goingOn(frame: Frame, before: Routine, best: Routine): number {
    const namesOnlyPlace = frame.populations.length > 0 && contentStems(frame, () => true).length === 0;
    if (!namesOnlyPlace) return 1;
    const named = frame.populations.flatMap(({ ids }) => ids.map((id) => store.organisationOf(id)));
    if (best.organisation !== undefined && !named.includes(best.organisation)) return 0;
    return best === before ? 1 : spoken.ofTitle(before, best);
  }

  /** How well a routine's place fits the question. */
  function fitOf(frame: Frame, before: Routine | undefined, question: Question): (routine: Routine) => number {
    const last = before ?? routines.get(question.context.routine ?? '');
    const home = lastPlace(last, question) ?? homeOf(question.asker, store.populations);
    const scope = scopeOf(frame, home, before !== undefined, store);
    return (routine) => scopeFactor(routine, scope) * departmentFactor(routine, question);
  }

  /** Where the conversation is: the place of the last routine or figure, which a short question keeps to. */
  function lastPlace(before: Routine | undefined, { context }: Question): Home | undefined {
    if (before) return { organisation: before.organisation, department: before.department };
    if (context.population === undefined) return undefined;
    return { organisation: store.organisationOf(context.population), department: context.population };
  }

  /**
   * The first one, or one nearly as likely that speaks of clearly more of what is asked: "Vad ska områdescheferna på IFO
   * ansvara för?" shares most words with what IFO is responsible for, since the name of a place counts as any other.
   */
  function mostTold(frame: Frame, ranked: readonly Ranked[]): Ranked[] {
    const [best, ...others] = ranked;
    if (best === undefined) return [];
    const told = spoken.ofSubject(frame, best.routine);
    if (told >= ENOUGH) return [...ranked];
    const isBetter = ({ routine, confidence }: Ranked) =>
      confidence >= NEARLY_AS_LIKELY * best.confidence &&
      (best.routine.department === undefined || routine.department !== undefined) &&
      spoken.ofSubject(frame, routine) - told >= CLEARLY_MORE &&
      (spoken.ofSubject(frame, routine) >= NEARLY_ALL || spoken.ofQuestion(frame, routine) >= LEAST_TO_STAY);
    const better = others.find(isBetter);
    if (better === undefined) return [...ranked];
    return [{ ...better, confidence: best.confidence }, ...ranked.filter((one) => one !== better)];
  }

  /** A question that goes on about the last routine is ranked with its title beside it. */
  function rank(frame: Frame, locale: Locale, before: Routine | undefined, question: Question): Ranked[] {
    const fit = fitOf(frame, before, question);
    const asked = rankedText(question.question, frame, store);
    if (before && saysNothingNew(frame)) return [{ routine: before, confidence: SURE_ALONE }];
    const alone = mostTold(frame, rankers[locale].rank(asked, COMPARED, fit)).slice(0, MOST_RANKED);
    if (before && staysWith(frame, before, alone[0]?.routine)) return [{ routine: before, confidence: SURE_ALONE }];
    if ((alone[0]?.confidence ?? 0) >= SURE_ALONE) return alone;
    const { measure } = question.context;
    // "Har vi friskvårdstimme?", then "hur ser hemtjänsten till att den blir av?"
    if (!before && measure !== undefined && pointsBack(frame) && frame.tokens.length <= LONGEST_FOLLOW_UP)
      return rankers[locale].rank(`${store.measure(measure)[locale]}. ${asked}`, MOST_RANKED, fit);
    if (!before) return alone;
    const title =
      locale === 'sv' ? `${before.title} ${before.questions[0]}` : `${before.titleEn} ${before.questionsEn[0]}`;
    return rankers[locale].rank(`${title}. ${asked}`, MOST_RANKED, fit);
  }

  return {
    rankers,
    placeBefore({ context }) {
      const before = routines.get(context.routine ?? '');
      return before?.department ?? before?.organisation;
    },
    asWritten(frame, question) {
      const letter = letters(frame, routines.get(question.context.routine ?? ''));
      if (letter) return letter;
      const before = frame.tokens.length > LONGEST_FOLLOW_UP ? undefined : routines.get(question.context.routine ?? '');
      const fit = fitOf(frame, before, question);
      // What the asker's own HR has published on exactly this wins over what documents say.
      const isOwn = (routine: Routine) => routine.published && departmentFactor(routine, question) === 1;
      return asWritten(question.question, (routine) => fit(routine) + (isOwn(routine) ? 1 : 0));
    },
    closest(frame, locale, question) {
      const before = beforeOf(frame, locale, question);
      const ranked = rank(frame, locale, before, question);
      const [best] = ranked;
      // A follow-up ("och vem?") leaves unsaid what the last routine speaks of.
      const spokenOf = !best
        ? 1
        : before
          ? goingOn(frame, before, best.routine)
          : spoken.ofQuestion(frame, best.routine);
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
