import type { Locale } from '../../calendar/index.js';
import type { AskResult } from '../answer.js';
import type { Frame, Understand } from '../understand/frame.js';
import { CitationList } from '../phrase/citations.js';
import { lookBeside } from './beside.js';
import { composeAnswer } from './compose.js';
import { computeWithTold } from './compute-told.js';
import { derive } from './derive.js';
import type { Missing } from './figure-at.js';
import { findFigures, type FoundFigures, type Turn } from './find-figures.js';
import { answerInParts, type Part } from './in-parts.js';
import { createNames, type Names } from './names.js';
import { inOrder } from './order.js';
import { readWants } from './read-wants.js';
import type { Reading } from './reading.js';
import { missingAnswer, whichPlace } from './refuse.js';
import { remembered, rememberedRefusal } from './remember.js';
import type { Figure, StatisticsStore } from './store.js';
import { asksWhetherMore, heldAgainstTold } from './told.js';
import { unsaidTimes } from './unsaid-times.js';

export interface AboutFigures {
  readonly result: AskResult;
  /** The measure was taken over from the turn before. */
  readonly isFollowUp: boolean;
}

interface Needs {
  readonly understand: Understand;
  readonly store: StatisticsStore;
}

/**
 * What the figures say to a question: an answer, a refusal or a question back; undefined when none is asked for. Several
 * questions in one are answered as one where that holds them all, else each on its own.
 */
export function answerFigures(
  frame: Frame,
  locale: Locale,
  turn: Turn,
  { understand, store }: Needs,
): AboutFigures | undefined {
  const answerOne = (frame: Frame, turn: Turn, citations = new CitationList()) => {
    const computed = answerComputed({ frame, locale, turn, citations }, store);
    if (computed) return computed;
    const found = findFigures(frame, turn, store);
    return found && answerFound(found, { frame, locale, turn, citations }, store);
  };
  const whole = answerOne(frame, turn);
  const inParts = answerInParts({ frame, locale, turn, whole }, understand, answerOne);
  return inParts ? { result: inParts, isFollowUp: whole?.isFollowUp ?? false } : whole;
}

interface Asked {
  readonly frame: Frame;
  readonly locale: Locale;
  readonly turn: Turn;
  readonly citations: CitationList;
}

/** What is computed with the figures told before; what comes next is about the same as this. */
function answerComputed(
  { frame, locale, turn, citations }: Asked,
  store: StatisticsStore,
): (AboutFigures & Part) | undefined {
  const { context } = turn.question;
  const computation = computeWithTold(frame, context, store);
  if (!computation) return undefined;
  const { figures, sentence } = computation;
  const names = createNames(locale, store);
  const found = { figures, missing: [], assumed: { place: false, period: false } };
  const reading = {
    ...readAgain(frame),
    measures: [...new Set(figures.map(({ observation }) => observation.measure))],
  };
  const answer = composeAnswer(found, reading, { names, citations, store }, sentence(names));
  return { result: { answer, context }, isFollowUp: true, figures, isComplete: true };
}

/** A turn that names nothing but what is to be computed. */
function readAgain(frame: Frame): Reading {
  return {
    measures: [],
    places: [],
    breakdowns: [[]],
    times: [],
    since: [],
    kind: 'outcome',
    wants: { ...readWants(frame, []), change: false },
    isOneThing: false,
    countsWho: false,
    carried: { measure: true, place: false },
    unknownWords: [],
  };
}

function answerFound(
  { reading, selection }: FoundFigures,
  { frame, locale, turn, citations }: Asked,
  store: StatisticsStore,
): AboutFigures & Part {
  const { question, context } = turn.question;
  const names = createNames(locale, store);
  const isFollowUp = reading.carried.measure;
  const before = { frame, before: context };
  const refused = (missing: Missing, of = reading) => missingAnswer(missing, of, names, store);
  const missingOne = (missing: Missing) => ({
    result: { answer: refused(missing), context: rememberedRefusal(missing, reading, before, store) },
    isFollowUp,
    figures: [],
    isComplete: false,
  });
  switch (selection.kind) {
    case 'found': {
      const figures = inOrder(selection.figures, reading, store);
      const isOne = lacksDifference(figures, reading, names, store);
      const held = isOne || asksWhetherMore(frame) ? heldAgainstTold(figures, context, store) : undefined;
      if (!held && isOne) {
        const [nearest] = figures;
        return missingOne({ measure: nearest?.observation.measure, breakdown: [], because: 'ratio', nearest });
      }
      const told = { ...selection, figures: held?.figures ?? figures };
      const answer = composeAnswer(told, reading, { names, citations, store }, held?.sentence(names));
      const times = unsaidTimes(answer, { figures, reading, question }, store);
      const result =
        times.length > 0
          ? { answer: refused(ofAnotherTime(figures), { ...reading, times }), context }
          : { answer, context: remembered(figures, reading, before, store) };
      return { result, isFollowUp, figures, isComplete: times.length + selection.missing.length === 0 };
    }
    case 'which-place': {
      const { measure, options } = selection;
      const answer = whichPlace(measure, options, names);
      return { result: { answer, context: { ...context, measure } }, isFollowUp, figures: [], isComplete: false };
    }
    case 'missing':
      return missingOne(selection.missing);
  }
}

/** "Hur många fler än platserna?" of which one is all that was found: it would pass for the difference. */
function lacksDifference(figures: readonly Figure[], reading: Reading, names: Names, store: StatisticsStore): boolean {
  const [only, ...others] = figures;
  const { wants, groups } = reading;
  if (!only || others.length > 0 || groups || !wants.difference || wants.change) return false;
  const { goals, statedChange } = lookBeside(only, reading, store);
  const { changeOf, isChange } = store.measure(only.observation.measure);
  const isOfTime = reading.times.length + reading.since.length > 1;
  const isTold = (isOfTime && statedChange !== undefined) || changeOf !== undefined || isChange || goals.length > 0;
  return !isTold && derive({ figures, isIncomplete: false }, reading, names, store).length === 0;
}

function ofAnotherTime([nearest]: readonly Figure[]): Missing {
  return { measure: nearest?.observation.measure, breakdown: [], because: 'period', nearest };
}
