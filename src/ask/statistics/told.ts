import type { AskContext } from '../context.js';
import type { Frame } from '../understand/frame.js';
import { lookBeside } from './beside.js';
import { isGoal, sameTime } from './match.js';
import type { Names } from './names.js';
import { isOfSame, sameMeasure } from './order.js';
import type { Reading } from './reading.js';
import { changeSentence, compareSentence } from './sentences.js';
import type { Figure, StatisticsStore } from './store.js';

const MOST_TOLD = 4;

/** The figures that a turn and those before it told, oldest first, so that the next one may compute with them. */
export function toldSoFar(
  figures: readonly Figure[],
  reading: Reading,
  { told = [] }: AskContext,
  store: StatisticsStore,
): string[] {
  const [main] = figures as [Figure, ...Figure[]];
  const { change, compare, extreme } = reading.wants;
  const before = figures.length === 1 && (change || compare) ? lookBeside(main, reading, store).before : undefined;
  const here =
    extreme !== undefined || reading.groups !== undefined ? [main] : [...(before ? [before] : []), ...figures];
  const ids = here.map(({ observation }) => observation.id);
  return [...told.filter((id) => !ids.includes(id)), ...ids].slice(-MOST_TOLD);
}

/** Two or more figures of the turns before, and what is to be computed with them. */
export interface Computation {
  readonly figures: readonly Figure[];
  readonly sentence: (names: Names) => string;
}

const LONGEST_ASKING_WHETHER = 12;

/** "Är det värre för kvinnorna?", "är det högre än hos hela förvaltningen?": what is named now is held against what was told before. */
export function asksWhetherMore({ tokens, lists, measures }: Frame): boolean {
  const [first] = tokens;
  const opens = first !== undefined && (lists.copula.has(first.text) || lists.has.has(first.text));
  const isThan = tokens.some(({ text }) => lists.than.has(text));
  return (
    opens &&
    (measures.length === 0 || isThan) &&
    tokens.length <= LONGEST_ASKING_WHETHER &&
    tokens.some(({ text }) => lists.comparative.has(text))
  );
}

/** The figure of such a turn and the one told before. */
export function heldAgainstTold(
  [figure, ...others]: readonly Figure[],
  { told = [] }: AskContext,
  store: StatisticsStore,
): Computation | undefined {
  const before = store.figure(told.at(-1) ?? '');
  if (!figure || others.length > 0 || !before || before === figure) return undefined;
  // Who is asked about "kvinnorna" after all is held against the men.
  const other = otherHalf(figure, store) ?? before;
  const figures = [...new Set([figure, other, before])];
  const areCounts = figures.every(({ observation: { unit } }) => unit === 'antal') && sameTime(figure, before);
  const isRange = [figure, before].some(({ observation }) => observation.valueTo !== '');
  if (isRange || !(sameMeasure(figures) || areCounts)) return undefined;
  const isOtherTime = isOfSame(figure, before) && !sameTime(figure, before) && isGoal(figure) === isGoal(before);
  return {
    figures,
    sentence: (names) => (isOtherTime ? changeSentence(figure, before, names) : compareSentence(figure, other, names)),
  };
}

/** The one other part of the same whole: men beside women. */
function otherHalf({ observation, period }: Figure, store: StatisticsStore): Figure | undefined {
  const [key, ...others] = observation.breakdown.split('=');
  if (others.length !== 1) return undefined;
  const rest = store
    .figures(observation.measure)
    .filter(
      (figure) =>
        figure.period.notation === period.notation &&
        figure.observation.population === observation.population &&
        figure.observation.kind === observation.kind &&
        figure.observation.id !== observation.id &&
        figure.observation.breakdown.startsWith(`${key}=`),
    );
  return rest.length === 1 ? rest[0] : undefined;
}
