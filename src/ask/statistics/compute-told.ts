import { LOCALES } from '../../calendar/index.js';
import type { AskContext } from '../context.js';
import { stemsOf } from '../text/coverage.js';
import { fold, type Token } from '../text/fold.js';
import { stem } from '../text/stem.js';
import type { Frame } from '../understand/frame.js';
import { lookBeside } from './beside.js';
import { canDivide } from './derive.js';
import { isExplained } from './explained.js';
import { isAboutWhole } from './going-on.js';
import { isGoal, sameTime } from './match.js';
import { isOfSame, sameMeasure } from './order.js';
import { EXTREMES } from './reading.js';
import {
  bareChange,
  changeSentence,
  compareSentence,
  ratioSentence,
  shareSentence,
  sumSentence,
  targetSentence,
} from './sentences.js';
import { type Figure, partsOf, type StatisticsStore } from './store.js';
import type { Computation } from './told.js';

const LONGEST = 14;

/**
 * "Skillnaden?", "hur mycket blir det per brukare?", "i procent då?", "tillsammans?": computes with the figures just told. Undefined where the
 * turn names anything else, or where nothing can be computed of them by a rule.
 */
export function computeWithTold(
  frame: Frame,
  { told = [] }: AskContext,
  store: StatisticsStore,
): Computation | undefined {
  const wish = told.length > 0 ? wishOf(frame) : undefined;
  const figures = told.flatMap((id) => store.figure(id) ?? []);
  const last = figures.at(-1);
  if (!wish || !last) return undefined;
  if (wish === 'ratio') return ratioOf(figures, frame, store);
  const before = figures.at(-2) ?? (wish === 'difference' ? goalOrOutcome(last, store) : undefined);
  if (!before || !speaksOnlyOf([before, last], frame, store)) return undefined;
  return wish === 'sum' ? sumOf([before, last], store) : differenceOf([before, last], wish, frame, store);
}

type Wish = 'ratio' | 'sum' | 'per-cent' | 'difference' | 'change';

const NO_COMPUTING = [...EXTREMES, 'ranking', 'list', 'procedure', 'previous', 'outcome-only'];

/** What is to be done with the figures told, where nothing else is said: no place, time or part, and nothing that nobody knows. */
function wishOf(frame: Frame): Wish | undefined {
  const { tokens, words, lists, populations, periods, parts, numbers, unexplained } = frame;
  const namesMore = populations.length + periods.length + parts.length + numbers.length > 0 || isAboutWhole(frame);
  const isKnown = ({ text }: Token) => lists.carrier.has(text) || lists.everyday.has(text);
  if (tokens.length > LONGEST || namesMore || NO_COMPUTING.some((word) => words.has(word))) return undefined;
  if (words.has('ratio')) return 'ratio';
  if (!unexplained.every(isKnown)) return undefined;
  if (words.has('sum')) return 'sum';
  const asksHowMuch = tokens.some(({ text }) => lists['how-much'].has(text));
  const isInPerCent = tokens.some(({ text }) => lists['per-cent'].has(text)) && !words.has('target');
  if (isInPerCent && !words.has('difference')) return 'per-cent';
  // "Hur många färre är det än året innan?" is about the last one alone.
  if (words.has('change')) return 'change';
  if (words.has('difference') || (asksHowMuch && (words.has('above') || words.has('below')))) return 'difference';
  return undefined;
}

/** What is named is of these figures: "hur många brukare blir det per arbetsledare?". */
function speaksOnlyOf(
  figures: readonly Figure[],
  { measures, breakdowns, tokens }: Frame,
  store: StatisticsStore,
): boolean {
  const textOf = ({ start, end }: { start: number; end: number }) =>
    tokens
      .slice(Math.floor(start), Math.ceil(end))
      .map(({ text }) => text)
      .join(' ');
  return (
    measures.every((mention) =>
      figures.some(
        (figure) => mention.ids.includes(figure.observation.measure) || isExplained(textOf(mention), figure, store),
      ),
    ) &&
    breakdowns.every((mention) =>
      figures.some(({ observation }) => partsOf(observation.breakdown).some((part) => mention.ids.includes(part))),
    )
  );
}

/** The goal of an outcome, or the outcome of a goal, where only one of the two was told. */
function goalOrOutcome(figure: Figure, store: StatisticsStore): Figure | undefined {
  const { goals, outcome } = lookBeside(figure, NO_TIMES, store);
  return (isGoal(figure) ? outcome : undefined) ?? goals[0];
}

const NO_TIMES = { times: [], since: [] };

function ratioOf(figures: readonly Figure[], frame: Frame, store: StatisticsStore): Computation | undefined {
  const { tokens, lists } = frame;
  const at = tokens.findIndex(({ text }, index) => lists.per.has(text) || lists.one.has(tokens[index + 1]?.text ?? ''));
  const noun = tokens.slice(at + 1).find(({ text }) => !lists.one.has(text) && !lists.carrier.has(text));
  if (at < 0 || !noun || lists.time.has(noun.text)) return undefined;
  const divisor = theOneOf(figures, noun, store);
  const rest = figures.filter((figure) => figure !== divisor);
  const named = tokens
    .slice(0, at)
    .find(({ index }) => frame.measures.some(({ start, end }) => index >= start && index + 1 === end));
  const dividend = named ? theOneOf(rest, named, store) : rest.at(-1);
  if (!divisor || !dividend || !canDivide(dividend, divisor)) return undefined;
  return { figures: [dividend, divisor], sentence: (names) => ratioSentence(dividend, divisor, names) };
}

/** The figure that a noun names: by the names of what it measures, else by whatever is said of it; the last told where several are. */
function theOneOf(figures: readonly Figure[], { text }: Token, store: StatisticsStore): Figure | undefined {
  const isNamed = ({ observation: { measure, breakdown } }: Figure) => {
    const { sv, en, synonyms, synonymsEn } = store.measure(measure);
    const parts = partsOf(breakdown).flatMap((part) => LOCALES.map((locale) => store.breakdownName(part, locale)));
    return stemsOf([sv, en, ...synonyms, ...synonymsEn, ...parts]).has(stem(fold(text)));
  };
  return figures.findLast(isNamed) ?? figures.findLast((figure) => isExplained(text, figure, store));
}

function sumOf(figures: readonly [Figure, Figure], store: StatisticsStore): Computation | undefined {
  const [a, b] = figures;
  const isDisjoint =
    a.observation.id !== b.observation.id &&
    !store.isWithin(a.observation.population, b.observation.population) &&
    !store.isWithin(b.observation.population, a.observation.population);
  const addsUp = store.measure(a.observation.measure).additive && sameMeasure(figures) && sameTime(a, b) && isDisjoint;
  return addsUp ? { figures, sentence: (names) => sumSentence(figures, names) } : undefined;
}

function differenceOf(
  [before, last]: readonly [Figure, Figure],
  wish: Wish,
  frame: Frame,
  store: StatisticsStore,
): Computation | undefined {
  const figures = [last, before];
  if (
    before.observation.unit !== last.observation.unit ||
    [before, last].some(({ observation }) => observation.valueTo !== '')
  )
    return undefined;
  const isSame = sameMeasure(figures);
  const isInPerCent = wish === 'per-cent';
  if (isOfSame(before, last) && isGoal(before) !== isGoal(last) && !isInPerCent) {
    const [goal, outcome] = isGoal(before) ? [before, last] : [last, before];
    return { figures: [outcome, goal], sentence: (names) => targetSentence(outcome, goal, names, store) };
  }
  if (isOfSame(before, last) && before.observation.kind !== last.observation.kind && isGoal(last))
    return { figures, sentence: (names) => compareSentence(last, before, names) };
  if (isOfSame(before, last) && !sameTime(before, last)) {
    // Of a share there is no change in per cent but in percentage points.
    if (isInPerCent && last.observation.unit !== 'antal') return undefined;
    return { figures, sentence: (names) => (isInPerCent ? bareChange : changeSentence)(last, before, names) };
  }
  if (isInPerCent) {
    const [part, whole] = [...figures].sort((a, b) => a.number - b.number) as [Figure, Figure];
    const isPart =
      isSame && sameTime(part, whole) && store.isWithin(part.observation.population, whole.observation.population);
    return isPart && whole.number > 0 ? { figures, sentence: (names) => shareSentence(part, whole, names) } : undefined;
  }
  // Of two measures only where both are pointed at: "mellan de två talen".
  const { tokens, lists } = frame;
  const pointsAtBoth = tokens.some(({ text }) => lists.two.has(text)) || last.observation.unit === 'antal';
  return wish === 'difference' && (isSame || pointsAtBoth)
    ? { figures, sentence: (names) => compareSentence(last, before, names) }
    : undefined;
}
