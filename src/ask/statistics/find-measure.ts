import type { Locale } from '../../calendar/index.js';
import type { Measure, Observation } from '../knowledge.js';
import { coverage, stemsOf, weightsOver } from '../text/coverage.js';
import { contentStems } from '../understand/content.js';
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
  const weight = weightsOver([...bags.values()]);

  return (frame) => {
    const words = contentStems(frame, ({ inQuestion }) => inQuestion);
    if (words.length < FEWEST_WORDS) return undefined;
    const places = frame.populations.flatMap(({ ids }) => ids);
    const shares = [...bags]
      .filter(([id]) => isMeasuredAt(places, store.figures(id), store))
      .map(([id, bag]) => ({ id, share: coverage(words, bag, weight) }))
      .sort((a, b) => b.share - a.share);
    const [best, second] = shares;
    const isSure = best !== undefined && best.share >= LEAST_COVERAGE && best.share >= CLEARLY * (second?.share ?? 0);
    return isSure ? best.id : undefined;
  };
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
  return stemsOf(texts);
}

function isMeasuredAt(places: readonly string[], figures: readonly Figure[], store: Figures): boolean {
  return (
    places.length === 0 ||
    figures.some(({ observation: { population } }) =>
      places.some((place) => store.isWithin(population, place) || store.isWithin(place, population)),
    )
  );
}
