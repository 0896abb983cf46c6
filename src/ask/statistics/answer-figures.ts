import type { Locale } from '../../calendar/index.js';
import type { AskResult, Question } from '../answer.js';
import { homeOf } from '../home.js';
import type { Frame } from '../understand/frame.js';
import { goesOn } from './carry-over.js';
import { composeAnswer } from './compose.js';
import type { Missing } from './figure-at.js';
import { createNames } from './names.js';
import { inOrder } from './order.js';
import { readReading } from './read-question.js';
import type { Reading } from './reading.js';
import { missingAnswer, whichPlace } from './refuse.js';
import { remembered, rememberedRefusal } from './remember.js';
import { selectFigures, type Selection } from './select.js';
import { withoutSourceMentions } from './source-mention.js';
import type { Figure, StatisticsStore } from './store.js';
import { unsaidTimes } from './unsaid-times.js';

export interface AboutFigures {
  readonly result: AskResult;
  /** The measure was taken over from the turn before. */
  readonly isFollowUp: boolean;
}

/**
 * What the figures say to a question: an answer, a refusal or a question back; undefined when none is asked for. `lastPlace`
 * is the population that the routine before was about.
 */
export function answerFigures(
  frame: Frame,
  locale: Locale,
  { question, lastPlace }: { readonly question: Question; readonly lastPlace?: string },
  store: StatisticsStore,
): AboutFigures | undefined {
  const home = homeOf(question.asker, store.populations);
  const read = (from: Frame) => {
    const read = readReading(from, question.context, question.now, store);
    const reading = read && placed(read, from, lastPlace);
    return reading && { reading, selection: selectFigures(reading, home, store) };
  };
  const first = read(frame);
  if (!first) return undefined;
  // "Enligt hemtjänstens verksamhetsberättelse": a place that has no such figure may only name the document.
  const hasNone =
    first.selection.kind === 'missing' &&
    (first.selection.missing.because === 'population' || first.selection.missing.nearest === undefined);
  const { reading, selection } =
    (hasNone && ofSameOrganisations(read(withoutSourceMentions(frame)), frame, store)) || first;
  const names = createNames(locale, store);
  const isFollowUp = reading.carried.measure;
  const turn = { frame, before: question.context };
  switch (selection.kind) {
    case 'found': {
      const figures = inOrder(selection.figures, reading, store);
      const answer = composeAnswer({ ...selection, figures }, reading, names, store);
      const unsaid = unsaidTimes(answer, { figures, reading, question: question.question }, store);
      if (unsaid.length > 0)
        return {
          result: {
            answer: missingAnswer(ofAnotherTime(figures), { ...reading, times: unsaid }, names, store),
            context: question.context,
          },
          isFollowUp,
        };
      return { result: { answer, context: remembered(figures, reading, turn, store) }, isFollowUp };
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
        result: {
          answer: missingAnswer(selection.missing, reading, names, store),
          context: rememberedRefusal(selection.missing, reading, turn, store),
        },
        isFollowUp,
      };
  }
}

function ofAnotherTime([nearest]: readonly Figure[]): Missing {
  return { measure: nearest?.observation.measure, breakdown: [], because: 'period', nearest };
}

/** The document may be a part's and the figure the whole's, but no organisation's document holds another's figures. */
function ofSameOrganisations<Read extends { readonly selection: Selection }>(
  read: Read | undefined,
  { populations }: Frame,
  store: StatisticsStore,
): Read | undefined {
  if (read?.selection.kind !== 'found') return read;
  const ids = populations.flatMap((mention) => mention.ids);
  const organisations = ids.filter((id) => store.population(id).level === 'organisation');
  const named = new Set(organisations.length > 0 ? organisations : ids.map(store.organisationOf));
  const isOfNamed = ({ observation }: Figure) => named.has(store.organisationOf(observation.population));
  return named.size === 0 || read.selection.figures.every(isOfNamed) ? read : undefined;
}

/** "Och personalomsättningen?" after a routine of one place is about that place: no other's figure may stand in for it. */
function placed(reading: Reading, frame: Frame, lastPlace: string | undefined): Reading {
  if (lastPlace === undefined || reading.places.length > 0 || !goesOn(frame)) return reading;
  return { ...reading, places: [[lastPlace]], carried: { ...reading.carried, place: true } };
}
