import type { Answer, Ask, AskResult, Question } from './answer.js';
import { choose, type Choice } from './choose.js';
import type { AskContext } from './context.js';
import type { Knowledge, NotHeld } from './knowledge.js';
import { passageSpeaksOf } from './only-mentioned.js';
import { mayQuote } from './passages/may-quote.js';
import { once } from '../once.js';
import { oncePer } from '../once-per.js';
import type { PassageSource } from './passages/passage-source.js';
import { quotationAnswer } from './passages/quotation.js';
import { askTexts } from './phrase/texts.js';
import type { PublishedSource, RoutineShelf } from './published.js';
import { plainAnswer } from './plain-answer.js';
import { type Closest, createFindRoutines } from './routines/find-routines.js';
import { createRoutineAnswer, unsureAnswer } from './routines/routine-answer.js';
import { rankedText } from './routines/scope.js';
import { careful } from './sensitive/index.js';
import { createSmalltalk } from './smalltalk/index.js';
import { answerFigures } from './statistics/answer-figures.js';
import { goesOn, isAboutSameMeasure } from './statistics/going-on.js';
import { createStatisticsStore } from './statistics/store.js';
import { askedNotHeld } from './understand/asked.js';
import { isBare } from './understand/content.js';
import { createUnderstand, type Frame } from './understand/frame.js';

/** So close a routine must be to a refused question that "vem ansvarar för det?" goes on about it. */
const LEAST_TOPIC = 0.5;
/** What is told beside a greeting is no remark when a routine is so sure of it and speaks of so much of it, or surer. */
const SURE_BESIDE_GREETING = 0.17;
const LEAST_SPOKEN_OF_BESIDE_GREETING = 0.45;
const SURE_ALONE_BESIDE_GREETING = 0.35;
const NO_PASSAGES: PassageSource = { search: () => [] };
const NOTHING_PUBLISHED: PublishedSource = { shelf: () => undefined };

/**
 * Makes the engine: indexes all knowledge once, however many engines stand on it; each question after that is pure and reads no
 * file. `passages` are the organisations' own imported documents, quoted where neither figures nor routines answer surely;
 * `published` are the answers of each organisation's HR, routines for its own people.
 */
export function createAsk(
  knowledge: Knowledge,
  passages: PassageSource = NO_PASSAGES,
  published: PublishedSource = NOTHING_PUBLISHED,
): Ask {
  return careful(createEngine(knowledge, passages, published), knowledge.sensitive);
}

/** What is made of the knowledge alone; nothing of it remembers a question. */
const groundOf = oncePer((knowledge: Knowledge) => {
  const understand = createUnderstand(knowledge);
  const store = createStatisticsStore(knowledge);
  const own: Pick<RoutineShelf, 'find' | 'answer'> = {
    find: createFindRoutines(knowledge, store),
    answer: createRoutineAnswer(knowledge, understand),
  };
  return {
    understand,
    answerSmalltalk: createSmalltalk(knowledge.smalltalk),
    store,
    own,
    notHeldById: new Map(knowledge.notHeld.map((entry) => [entry.id, entry])),
  };
});

function createEngine(knowledge: Knowledge, passages: PassageSource, published: PublishedSource): Ask {
  const { understand, answerSmalltalk, store, own, notHeldById } = groundOf(knowledge);

  return (question) => {
    const frame = understand(question.question);
    const locale = frame.locale ?? question.locale ?? 'sv';
    const stay = (answer: Answer): AskResult => ({ answer, context: question.context });
    const { find: routines, answer: answerRoutine } = published.shelf(question.asker?.organisation ?? '') ?? own;
    // Ranking takes most of a question's time, and many questions are answered without.
    const closest = once(() => routines.closest(frame, locale, question));
    const isAbout = () => {
      const { ranked, spokenOf } = closest();
      const confidence = ranked[0]?.confidence ?? 0;
      const isSpokenOf = spokenOf >= LEAST_SPOKEN_OF_BESIDE_GREETING;
      return confidence >= (isSpokenOf ? SURE_BESIDE_GREETING : SURE_ALONE_BESIDE_GREETING);
    };
    const small = answerSmalltalk(frame, question.question, locale, isAbout);
    if (small) return { ...small, context: question.context };

    const figures = answerFigures(
      frame,
      locale,
      { question, lastPlace: routines.placeBefore(question) },
      { understand, store },
    );
    const choice = choose({
      frame,
      figures: figures?.result.answer.kind,
      isFollowUp: figures?.isFollowUp ?? false,
      isBare: question.context.routine === undefined && isBare(frame),
      asWritten: routines.asWritten(frame, question),
      closest,
      notHeld: notHeldIn(frame, question),
    });
    const texts = askTexts[locale];
    const refused = (answer: Answer, instead?: AskContext): AskResult => {
      const [best] = closest().ranked;
      const topic = (best?.confidence ?? 0) >= LEAST_TOPIC ? best!.routine.id : undefined;
      const about = figures?.result.answer.kind === 'unknown' ? figures.result.context : question.context;
      return { answer, context: { ...(instead ?? about), topic } };
    };
    const quotation = choice.kind === 'figures' ? undefined : quote(frame, question, choice, closest);
    if (quotation)
      return {
        answer: quotationAnswer(quotation, question.question, locale),
        // What comes next is not about the routine before.
        context: { ...question.context, routine: undefined },
      };
    switch (choice.kind) {
      case 'figures':
        return figures!.result.answer.kind === 'unknown' ? refused(figures!.result.answer) : figures!.result;
      case 'routine':
        return {
          ...answerRoutine(choice.routine, frame, locale, question),
          ...(choice.isAsWritten && { isAsWritten: true }),
        };
      case 'not-held':
        return refused(
          plainAnswer('unknown', locale, texts.unknownTitle, texts.notHeld(choice.what[locale], choice.what.isLaw)),
          // What comes next is no longer about the figure before.
          figures === undefined && choice.what.kind === 'thing' ? { notHeld: choice.what.id } : undefined,
        );
      case 'unsure':
        return stay(unsureAnswer(choice.routines, locale));
      case 'nothing':
        return refused(plainAnswer('unknown', locale, texts.unknownTitle, texts.unknown));
    }
  };

  /** What the question names that no document holds, or what it goes on about: "vad är medellönen?", then "och i förskolan?". */
  function notHeldIn(frame: Frame, { context }: Question): NotHeld[] {
    const named = askedNotHeld(frame).flatMap(({ ids }) => notHeldById.get(ids[0]!) ?? []);
    const before = notHeldById.get(context.notHeld ?? '');
    const isSame = before && named.length + frame.measures.length === 0 && goesOn(frame) && isAboutSameMeasure(frame);
    return isSame ? [before] : named;
  }

  /** A passage of the asker's own organisation's documents, where nothing else answers surely. */
  function quote(frame: Frame, question: Question, choice: Choice, closest: () => Closest) {
    const organisation = question.asker?.organisation;
    if (organisation === undefined) return undefined;
    const [best] = passages.search(organisation, rankedText(question.question, frame, store), 1);
    if (!best || !mayQuote(best.confidence, choice, closest().ranked)) return undefined;
    // Against the refusal of something that no source holds ("bisyssla") only a passage that speaks of that very thing.
    const { heading, text } = best.passage;
    const isAbout = choice.kind !== 'not-held' || passageSpeaksOf(`${heading} ${text}`, frame, choice.what);
    return isAbout ? best.passage : undefined;
  }
}
