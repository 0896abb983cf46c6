import type { Question } from '../answer.js';
import { homeOf } from '../home.js';
import type { Frame } from '../understand/frame.js';
import { goesOn, pointsBack } from './going-on.js';
import { readReading } from './read-question.js';
import type { Reading } from './reading.js';
import { selectFigures, type Selection } from './select.js';
import { withoutSourceMentions } from './source-mention.js';
import type { Figure, StatisticsStore } from './store.js';

/** A question and what was said before it. `lastPlace` is the population that the routine before was about. */
export interface Turn {
  readonly question: Question;
  readonly lastPlace?: string;
}

/** How a question was read and what was found for it. */
export interface FoundFigures {
  readonly reading: Reading;
  readonly selection: Selection;
}

/** Reads a question and selects its figures; undefined when none is asked for. */
export function findFigures(
  frame: Frame,
  { question, lastPlace }: Turn,
  store: StatisticsStore,
): FoundFigures | undefined {
  const home = homeOf(question.asker, store.populations);
  const find = (from: Frame): FoundFigures | undefined => {
    const read = readReading(from, question.context, question.now, store);
    const reading = read && placed(read, from, lastPlace, store);
    return reading && { reading, selection: selectFigures(reading, home, store) };
  };
  const first = find(frame);
  if (!first) return undefined;
  // "Enligt hemtjänstens verksamhetsberättelse": a place that has no such figure may only name the document.
  const hasNone =
    first.selection.kind === 'missing' &&
    (first.selection.missing.because === 'population' || first.selection.missing.nearest === undefined);
  return (hasNone && ofSameOrganisations(find(withoutSourceMentions(frame)), frame, store)) || first;
}

/** The document may be a part's and the figure the whole's, but no organisation's document holds another's figures. */
function ofSameOrganisations(
  found: FoundFigures | undefined,
  { populations }: Frame,
  store: StatisticsStore,
): FoundFigures | undefined {
  if (found?.selection.kind !== 'found') return found;
  const ids = populations.flatMap((mention) => mention.ids);
  const organisations = ids.filter((id) => store.population(id).level === 'organisation');
  const named = new Set(organisations.length > 0 ? organisations : ids.map(store.organisationOf));
  const isOfNamed = ({ observation }: Figure) => named.has(store.organisationOf(observation.population));
  return named.size === 0 || found.selection.figures.every(isOfNamed) ? found : undefined;
}

const LONGEST_BESIDE = 8;

/**
 * "Och personalomsättningen?" after a routine of one place is about that place, "hur många anställda hade förskolan då?" about the preschool
 * there: no other's figure may stand in for it.
 */
function placed(reading: Reading, frame: Frame, lastPlace: string | undefined, store: StatisticsStore): Reading {
  if (lastPlace === undefined) return reading;
  const { places, carried } = reading;
  if (places.length === 0)
    return goesOn(frame) ? { ...reading, places: [[lastPlace]], carried: { ...carried, place: true } } : reading;
  const isThere = (id: string) => store.organisationOf(id) === store.organisationOf(lastPlace);
  return pointsBack(frame) || frame.tokens.length <= LONGEST_BESIDE
    ? { ...reading, places: places.map((ids) => (ids.some(isThere) ? ids.filter(isThere) : ids)) }
    : reading;
}
