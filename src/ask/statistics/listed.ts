import { stemsOf } from '../text/coverage.js';
import type { Token } from '../text/fold.js';
import { stem } from '../text/stem.js';
import type { Frame } from '../understand/frame.js';
import type { StatisticsStore } from './store.js';

/** A measure that a list names by a single word of its name. */
export interface Listed {
  readonly measure: string;
  readonly token: Token;
}

const FEWEST = 2;

/**
 * "Alla årsmål för brukarna: diskriminering, nöjdhet, bemötande, trygghet": beside measures that are named, an item of the same
 * list may be a word of one's name alone, where the place has just one such measure in the same unit.
 */
export function listedBeside(frame: Frame, named: readonly string[], store: StatisticsStore): Listed[] {
  const items = named.length < FEWEST ? [] : frame.unexplained.filter((token) => isItem(token, frame));
  if (items.length === 0) return [];
  const places = frame.populations.flatMap(({ ids }) => ids);
  const { unit } = store.measure(named[0]!);
  const here = store.measures.filter(
    (measure) =>
      measure.unit === unit &&
      store.figures(measure.id).some(({ observation }) => places.includes(observation.population)),
  );
  return items.flatMap((token) => {
    const word = stem(token.folded);
    const found = here.filter(({ sv, en, synonyms, synonymsEn }) =>
      stemsOf([sv, en, ...synonyms, ...synonymsEn]).has(word),
    );
    const [only] = found;
    return only && found.length === 1 && !named.includes(only.id) ? [{ measure: only.id, token }] : [];
  });
}

/** A word alone between marks, or between a mark and "och". */
function isItem({ index, endsClause }: Token, { tokens, lists }: Frame): boolean {
  const before = tokens[index - 1];
  const follows = before !== undefined && (before.endsClause || lists.and.has(before.text));
  return follows && (endsClause || lists.and.has(tokens[index + 1]?.text ?? ''));
}
