import type { Locale } from '../../calendar/index.js';
import type { Measure, Observation } from '../knowledge.js';
import { type Token, tokenise } from '../text/fold.js';
import { stem } from '../text/stem.js';
import { STOP_WORDS } from '../text/stop-words.js';
import type { Frame } from '../understand/frame.js';

interface Figure {
  readonly observation: Observation;
}

/** What it needs of the store, which it becomes a part of. */
interface Figures {
  readonly measures: readonly Measure[];
  readonly measure: (id: string) => Measure;
  readonly figures: (measure: string) => readonly Figure[];
  readonly breakdownName: (part: string, locale: Locale) => string;
  readonly isWithin: (population: string, ancestor: string) => boolean;
}

/** Finds the measure that a question is about by its single words, where it holds no phrase of the vocabulary. */
export type FindMeasure = (frame: Frame) => string | undefined;

/** Nearly all that the question says must be said of the measure, and clearly more than of any other. */
const LEAST_COVERAGE = 0.75;
const CLEARLY = 1.2;
/** A part of a compound counts less than the word itself. */
const PART = 0.6;
const SHORTEST_PART = 5;
/** With a single word left, the measure would be a guess. */
const FEWEST_WORDS = 2;

/** Built once over the words of all measures and of the notes of their figures; the function it returns is pure. */
export function createFindMeasure(store: Figures): FindMeasure {
  const bags = new Map(
    store.measures.flatMap(({ id }) => {
      const figures = store.figures(id);
      return figures.length > 0 ? [[id, wordsOf(id, figures, store)] as const] : [];
    }),
  );
  const spread = new Map<string, number>();
  for (const bag of bags.values()) for (const word of bag) spread.set(word, (spread.get(word) ?? 0) + 1);
  const weight = (word: string) => Math.log(1 + bags.size / (0.5 + (spread.get(word) ?? 0)));

  return (frame) => {
    const words = [...new Set(contentOf(frame).map(({ folded }) => stem(folded)))];
    if (words.length < FEWEST_WORDS) return undefined;
    const total = words.reduce((sum, word) => sum + weight(word), 0);
    const places = frame.populations.flatMap(({ ids }) => ids);
    const coverage = [...bags]
      .filter(([id]) => isMeasuredAt(places, store.figures(id), store))
      .map(([id, bag]) => ({
        id,
        share: words.reduce((sum, word) => sum + weight(word) * holds(bag, word), 0) / total,
      }))
      .sort((a, b) => b.share - a.share);
    const [best, second] = coverage;
    const isSure = best !== undefined && best.share >= LEAST_COVERAGE && best.share >= CLEARLY * (second?.share ?? 0);
    return isSure ? best.id : undefined;
  };
}

/** The words of the asking sentence that say what is asked about: no places, times or small words. */
function contentOf({ tokens, populations, periods }: Frame): Token[] {
  const isCovered = (at: number) =>
    populations.some(({ start, end }) => at < end && at + 1 > start) ||
    periods.some(({ start, end }) => at >= start && at < end);
  return tokens.filter(
    ({ text, index, inQuestion }) =>
      inQuestion && text.length > 2 && !/^\d/.test(text) && !STOP_WORDS.has(text) && !isCovered(index),
  );
}

function wordsOf(id: string, figures: readonly Figure[], store: Figures): ReadonlySet<string> {
  const { sv, en, synonyms, synonymsEn } = store.measure(id);
  const texts = [
    ...[sv, en, ...synonyms, ...synonymsEn],
    ...figures.flatMap(({ observation }) => [observation.note, observation.noteEn]),
    ...figures
      .flatMap(({ observation }) => observation.breakdown.split('; ').filter(Boolean))
      .flatMap((part) => [store.breakdownName(part, 'sv'), store.breakdownName(part, 'en')]),
  ];
  const words = texts.flatMap((text) => tokenise(text)).filter(({ text }) => !STOP_WORDS.has(text));
  return new Set(words.map(({ folded }) => stem(folded)));
}

function holds(bag: ReadonlySet<string>, word: string): number {
  if (bag.has(word)) return 1;
  if (word.length < SHORTEST_PART) return 0;
  for (const other of bag)
    if (other.length >= SHORTEST_PART && (other.includes(word) || word.includes(other))) return PART;
  return 0;
}

function isMeasuredAt(places: readonly string[], figures: readonly Figure[], store: Figures): boolean {
  return (
    places.length === 0 ||
    figures.some(({ observation: { population } }) =>
      places.some((place) => store.isWithin(population, place) || store.isWithin(place, population)),
    )
  );
}
