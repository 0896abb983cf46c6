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

/** "Och hur många platser?", "och nöjda?": another measure of the same place and unit, by a word of its name alone. */
export type FindBeside = (
  frame: Frame,
  context: { readonly measure: string; readonly population?: string },
) => string | undefined;

export function createFindBeside(store: Figures): FindBeside {
  const names = new Map(store.measures.map(({ id, sv, en }) => [id, stemsOf([sv, en])]));
  return (frame, { measure, population }) => {
    const words = contentStems(frame, ({ inQuestion, text }) => inQuestion && !frame.lists.carrier.has(text));
    if (words.length === 0 || words.length > MOST_BESIDE) return undefined;
    const isAlike = alikeTo(store.measure(measure));
    const found = store.measures.filter(
      (other) =>
        other.id !== measure &&
        isAlike(other) &&
        words.every((word) => names.get(other.id)!.has(word)) &&
        store.figures(other.id).some(({ observation }) => observation.population === population),
    );
    // "Platser" are the advertised ones sooner than those in one advertisement.
    const byHead = found.filter(({ sv, en }) =>
      [sv, en].some((name) => words.includes([...stemsOf([name])].at(-1) ?? '')),
    );
    const chosen = found.length === 1 ? found : byHead;
    return chosen.length === 1 ? chosen[0]!.id : undefined;
  };
}

/** What is told as a number is a frequency where its name says of what time. */
export const OFTEN = / per (?:år|termin|månad|vecka)$/;

/** Measures in the same unit; what happens twice a year and what happens once a month are both told by how often. */
function alikeTo(measure: Measure): (other: Measure) => boolean {
  const isOften = ({ sv, unit }: Measure) => unit.startsWith('gånger per ') || OFTEN.test(sv);
  return (other) => other.unit === measure.unit || (isOften(measure) && isOften(other));
}

const MOST_BESIDE = 2;

/** Nearly all that the question says must be said of the measure, and clearly more than of any other. */
const LEAST_COVERAGE = 0.75;
const CLEARLY = 1.2;
/** With a single word left, the measure would be a guess. */
const FEWEST_WORDS = 2;

/** Built once over the words of all measures and of the notes of their figures; the function it returns is pure. */
export function createFindMeasure(store: Figures): FindMeasure {
  const bags = new Map(
    store.measures.flatMap(({ id, changeOf }) => {
      const figures = store.figures(id);
      // "Jämfört med året före" stands in their names, and says not what changed.
      return figures.length > 0 && changeOf === undefined ? [[id, wordsOf(id, figures, store)] as const] : [];
    }),
  );
  const weight = weightsOver([...bags.values()]);

  return (frame) => {
    const asked = contentStems(frame, ({ inQuestion }) => inQuestion);
    const telling = contentStems(frame, ({ inQuestion, text }) => inQuestion && !frame.lists.carrier.has(text));
    const words = telling.length < FEWEST_WORDS ? asked : telling;
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
