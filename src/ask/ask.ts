import type { Locale } from '../calendar/index.js';
import { choose } from './choose.js';
import { mayQuote } from './passages/may-quote.js';
import type { Answer, Ask, AskResult, Question, Suggestion } from './answer.js';
import type { AskContext } from './context.js';
import type { Knowledge, Routine } from './knowledge.js';
import { homeOf } from './home.js';
import { CitationList } from './phrase/citations.js';
import { EXAMPLES } from './phrase/examples.js';
import { askTexts } from './phrase/texts.js';
import { createAsWritten } from './routines/as-written.js';
import type { PassageSource } from './passages/passage-source.js';
import { quotationAnswer } from './passages/quotation.js';
import { createCoverage } from './routines/coverage.js';
import { createDifferences } from './routines/differences.js';
import { careful } from './sensitive/index.js';
import { createChooseVariant } from './routines/variants.js';
import { composeAnswer } from './statistics/compose.js';
import { createRoutineRanker, type Ranked } from './routines/ranker.js';
import { rankedText, scopeFactor, scopeOf } from './routines/scope.js';
import { createNames } from './statistics/names.js';
import { inOrder } from './statistics/order.js';
import { missingAnswer, whichPlace } from './statistics/refuse.js';
import { readReading } from './statistics/read-question.js';
import type { Reading } from './statistics/reading.js';
import { withoutSourceMentions } from './statistics/source-mention.js';
import type { Home } from './statistics/choose-places.js';
import { selectFigures } from './statistics/select.js';
import { createStatisticsStore, type Figure, type StatisticsStore } from './statistics/store.js';
import { createUnderstand, type Frame } from './understand/frame.js';

const MOST_RANKED = 3;
const MOST_SUGGESTED = 3;
/** So sure of a routine that the one before does not matter. */
const SURE_ALONE = 0.7;
const LONGEST_FOLLOW_UP = 10;
const NO_PASSAGES: PassageSource = { search: () => [] };

/**
 * Makes the engine: indexes all knowledge once; each question after that is pure and reads no file. `passages` are the
 * organisations' own imported documents, quoted where neither figures nor routines answer surely.
 */
export function createAsk(knowledge: Knowledge, passages: PassageSource = NO_PASSAGES): Ask {
  return careful(createEngine(knowledge, passages), knowledge.sensitive);
}

function createEngine(knowledge: Knowledge, passages: PassageSource): Ask {
  const understand = createUnderstand(knowledge);
  const store = createStatisticsStore(knowledge);
  const rankers = { sv: createRoutineRanker(knowledge, 'sv'), en: createRoutineRanker(knowledge, 'en') };
  const sources = new Map(knowledge.sources.map((source) => [source.id, source]));
  const routines = new Map(knowledge.routines.map((routine) => [routine.id, routine]));
  const coverageOf = createCoverage(knowledge.routines);
  const asWritten = createAsWritten(knowledge.routines);
  const chooseVariant = createChooseVariant(knowledge.routines);
  const differences = createDifferences(knowledge, understand);
  const notHeldById = new Map(knowledge.notHeld.map((entry) => [entry.id, entry]));

  return (question) => {
    const frame = understand(question.question);
    const locale = frame.locale ?? question.locale ?? 'sv';
    const stay = (answer: Answer): AskResult => ({ answer, context: question.context });
    const small = smalltalk(frame, locale);
    if (small) return stay(small);

    const figures = askFigures(frame, locale, question, store);
    const ranked = rankRoutines(frame, locale, question);
    const notHeld = frame.notHeld.flatMap(({ ids }) => notHeldById.get(ids[0]!) ?? []);
    // A follow-up ("och vem?") leaves unsaid what the last routine speaks of.
    const spokenOf = ranked[0] && !goesOnAbout(frame, question) ? coverageOf(frame, ranked[0].routine) : 1;
    const choice = choose({
      frame,
      figures: figures?.result.answer.kind,
      isFollowUp: figures?.isFollowUp ?? false,
      ranked,
      spokenOf,
      notHeld,
    });
    const quotation = quotationOf(frame, locale, question, (confidence) => mayQuote(confidence, choice, ranked));
    if (quotation) return quotation;
    const texts = askTexts[locale];
    switch (choice.kind) {
      case 'figures':
        return figures!.result;
      case 'routine':
        return answerRoutine(choice.routine, frame, locale, question);
      case 'not-held':
        return stay(plain('unknown', locale, texts.unknownTitle, texts.notHeld(choice.what[locale])));
      case 'unsure':
        return stay(unsure(choice.routines, locale));
      case 'nothing':
        return stay(plain('unknown', locale, texts.unknownTitle, texts.unknown));
    }
  };

  /** A quotation from the asker's own organisation's documents, where nothing else answers surely. */
  function quotationOf(
    frame: Frame,
    locale: Locale,
    question: Question,
    isSureEnough: (confidence: number) => boolean,
  ): AskResult | undefined {
    const organisation = question.asker?.organisation;
    if (organisation === undefined) return undefined;
    const [best] = passages.search(organisation, rankedText(question.question, frame, store), 1);
    if (!best || !isSureEnough(best.confidence)) return undefined;
    // What comes next is not about the routine before.
    const context = { ...question.context, routine: undefined };
    return { answer: quotationAnswer(best.passage, question.question, locale), context };
  }

  function goesOnAbout({ tokens }: Frame, { context }: Question): boolean {
    return routines.has(context.routine ?? '') && tokens.length <= LONGEST_FOLLOW_UP;
  }

  /** The closest routines; a question that goes on about the last one is ranked with its title beside it. */
  function rankRoutines(frame: Frame, locale: Locale, question: Question): Ranked[] {
    const before = routines.get(question.context.routine ?? '');
    const goesOn = goesOnAbout(frame, question);
    const scope = scopeOf(
      frame,
      lastPlace(before, question) ?? homeOf(question.asker, store.populations),
      goesOn,
      store,
    );
    const fit = (routine: Routine) => scopeFactor(routine, scope);
    const own = asWritten(question.question, fit);
    if (own.length > 0) return own;
    const asked = rankedText(question.question, frame, store);
    const alone = rankers[locale].rank(asked, MOST_RANKED, fit);
    if (!before || !goesOn) return alone;
    const title =
      locale === 'sv' ? `${before.title} ${before.questions[0]}` : `${before.titleEn} ${before.questionsEn[0]}`;
    const together = rankers[locale].rank(`${title}. ${asked}`, MOST_RANKED, fit);
    return (alone[0]?.confidence ?? 0) >= SURE_ALONE ? alone : together;
  }

  /** Where the conversation is: the place of the last routine or figure, which a short question keeps to. */
  function lastPlace(before: Routine | undefined, { context }: Question): Home | undefined {
    if (before) return { organisation: before.organisation, department: before.department };
    if (context.population === undefined) return undefined;
    return { organisation: store.organisationOf(context.population), department: context.population };
  }

  /** The asker's own department's routine where places have their own, with a word on those that do otherwise. */
  function answerRoutine(found: Routine, frame: Frame, locale: Locale, question: Question): AskResult {
    const home = homeOf(question.asker, store.populations);
    const named = frame.populations.flatMap(({ ids }) => ids);
    const goesOn = routines.get(question.context.routine ?? '')?.subject === found.subject;
    const variant = chooseVariant(found, { named, home, goesOn });
    const { assumptions, suggestions } = differences(variant, home, locale);
    const answer = routineAnswer(variant.routine, locale);
    const others = new Set(variant.others.map(({ id }) => id));
    const related = answer.suggestions.filter((_, at) => !others.has(variant.routine.related[at]!));
    return {
      answer: { ...answer, assumptions, suggestions: [...suggestions, ...related].slice(0, MOST_SUGGESTED) },
      context: { ...question.context, routine: variant.routine.id },
    };
  }

  function routineAnswer(routine: Routine, locale: Locale): Answer {
    const citations = new CitationList();
    const title = locale === 'sv' ? routine.title : routine.titleEn;
    for (const { document, section } of routine.sources) citations.cite(sources.get(document)!, section, title);
    const related = routine.related.flatMap((id) => routines.get(id) ?? []).slice(0, 3);
    return {
      kind: 'routine',
      locale,
      title,
      text: locale === 'sv' ? routine.body : routine.bodyEn,
      facts: [],
      citations: citations.all(),
      phase: routine.phase,
      assumptions: [],
      suggestions: related.map((other) => asSuggestion(other, locale)),
    };
  }
}

function asSuggestion(routine: Routine, locale: Locale): Suggestion {
  const [question = ''] = locale === 'sv' ? routine.questions : routine.questionsEn;
  return { title: forButton(locale === 'sv' ? routine.title : routine.titleEn), question };
}

/** Clients cut longer titles off in the middle of a word; the whole question is repeated in the answer. */
const LONGEST_TITLE = 42;

function forButton(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  const cut = title.slice(0, LONGEST_TITLE);
  return `${cut.slice(0, cut.lastIndexOf(' '))} …`;
}

function unsure(routines: readonly Routine[], locale: Locale): Answer {
  const texts = askTexts[locale];
  return {
    ...plain('clarify', locale, texts.uncertainTitle, texts.uncertain),
    suggestions: routines.map((routine) => asSuggestion(routine, locale)),
  };
}

interface AboutFigures {
  readonly result: AskResult;
  /** The measure was taken over from the turn before. */
  readonly isFollowUp: boolean;
}

function askFigures(
  frame: Frame,
  locale: Locale,
  question: Question,
  store: StatisticsStore,
): AboutFigures | undefined {
  const home = homeOf(question.asker, store.populations);
  const read = (from: Frame) => {
    const reading = readReading(from, question.context, question.now, store);
    return reading && { reading, selection: selectFigures(reading, home, store) };
  };
  const first = read(frame);
  if (!first) return undefined;
  // "Enligt hemtjänstens verksamhetsberättelse": a place that has no such figure may only name the document.
  const hasNone = first.selection.kind === 'missing' && first.selection.missing.because === 'population';
  const { reading, selection } = (hasNone && read(withoutSourceMentions(frame))) || first;
  const names = createNames(locale, store);
  const isFollowUp = reading.carried.measure;
  switch (selection.kind) {
    case 'found': {
      const figures = inOrder(selection.figures, reading, store);
      const answer = composeAnswer({ ...selection, figures }, reading, names, store);
      return { result: { answer, context: remembered(figures, reading, question.context) }, isFollowUp };
    }
    case 'which-place':
      return {
        result: {
          answer: whichPlace(selection.measure, selection.options, names),
          context: { ...question.context, measure: selection.measure },
        },
        isFollowUp,
      };
    case 'missing':
      return {
        result: { answer: missingAnswer(selection.missing, reading, names, store), context: question.context },
        isFollowUp,
      };
  }
}

/** What the next turn may refer to: the main figure, and the places talked about since the measure was taken up. */
function remembered(figures: readonly Figure[], { kind, wants }: Reading, before: AskContext): AskContext {
  const [main] = figures as [Figure];
  const { measure, population, breakdown } = main.observation;
  const earlier = before.measure === measure ? (before.recent ?? []) : [];
  const places = figures.map(({ observation }) => observation.population);
  const recent = [...new Set([...earlier, ...places])].slice(-MOST_RECENT);
  return { measure, population, breakdown, period: main.period.notation, kind, share: wants.share, recent };
}

const MOST_RECENT = 6;

function smalltalk(frame: Frame, locale: Locale): Answer | undefined {
  const texts = askTexts[locale];
  const asksNothing = frame.measures.length + frame.populations.length + frame.notHeld.length === 0;
  const asksMore = ['procedure', 'computed', 'figure', 'count'].some((word) => frame.words.has(word));
  if (!asksNothing || (asksMore && frame.unexplained.length > 0)) return undefined;
  if (frame.words.has('help') && !frame.words.has('thanks'))
    return { ...plain('smalltalk', locale, texts.greetingTitle, texts.greeting), suggestions: EXAMPLES[locale] };
  if (frame.words.has('farewell') && frame.unexplained.length <= 2)
    return plain(
      'smalltalk',
      locale,
      texts.farewellTitle,
      `${frame.words.has('thanks') ? `${texts.thanks} ` : ''}${texts.farewell}`,
    );
  if (frame.words.has('thanks') && frame.unexplained.length <= 6)
    return plain('smalltalk', locale, texts.thanksTitle, texts.thanks);
  if (frame.words.has('greeting') && frame.unexplained.length <= (frame.tokens.length <= 6 ? 2 : 0))
    return { ...plain('smalltalk', locale, texts.greetingTitle, texts.greeting), suggestions: EXAMPLES[locale] };
  return undefined;
}

function plain(kind: Answer['kind'], locale: Locale, title: string, text: string): Answer {
  return { kind, locale, title, text, facts: [], citations: [], assumptions: [], suggestions: [] };
}
