import type { Unit } from '../knowledge.js';
import { display } from '../phrase/number.js';
import { statisticsTexts } from '../phrase/statistics-texts.js';
import { type Beside, lookBeside } from './beside.js';
import { areComparable, isGoal, sameTime } from './match.js';
import type { Names } from './names.js';
import { changesOf, extremeOf, holds, onSide, sameMeasure } from './order.js';
import type { Reading, Side } from './reading.js';
import {
  bareChange,
  beyondSentence,
  changeSentence,
  compareSentence,
  extremeSentence,
  gapSentence,
  heldSentence,
  rangeSentence,
  ratioSentence,
  remainderSentence,
  shareSentence,
  shareOfAllSentence,
  shareOfSumSentence,
  spreadSentence,
  sumSentence,
  targetSentence,
  wholeYearSentence,
} from './sentences.js';
import { type Series, seriesOf } from './series.js';
import { type Figure, partsOf, type StatisticsStore } from './store.js';

/** What the rules look at: the figures asked for in order, what was asked about them, what lies beside the first. */
interface Asked {
  readonly figures: readonly Figure[];
  readonly series: readonly Series[];
  readonly main: Figure;
  readonly beside: Beside;
  /** Something asked for beside these figures is missing, so that no sum holds all. */
  readonly isIncomplete: boolean;
  readonly reading: Reading;
  readonly names: Names;
  readonly store: StatisticsStore;
}

type Rule = (asked: Asked) => readonly string[];

/**
 * What follows from the figures, each sentence by a named rule of sentences.ts. Every rule decides by itself whether it
 * applies; several may. Nothing else in the house computes with figures.
 */
export function derive(
  { figures, isIncomplete }: Pick<Asked, 'figures' | 'isIncomplete'>,
  reading: Reading,
  names: Names,
  store: StatisticsStore,
): readonly string[] {
  const main = figures[0]!;
  const beside = lookBeside(main, reading, store);
  const asked = { figures, isIncomplete, series: seriesOf(figures), main, beside, reading, names, store };
  return RULES.flatMap((rule) => rule(asked));
}

const conflicts: Rule = ({ figures, reading, names, store }) =>
  figures.flatMap((figure) => {
    const { conflicting } = lookBeside(figure, reading, store);
    if (conflicting.length === 0) return [];
    const texts = statisticsTexts[names.locale];
    const all = [figure, ...conflicting].map(({ observation }) => display(observation, names.locale));
    return [texts.conflict(all.join(texts.and))];
  });

const extremes: Rule = ({ figures, reading: { wants }, names, store }) => {
  const way = extremeOf(figures, wants.extreme, store);
  if (way === undefined || figures.length < 2 || !sameMeasure(figures) || wants.change) return [];
  const first = extremeSentence(way, figures, names, { isSecond: wants.second });
  if (!wants.spread) return [first];
  const other = way === 'highest' ? 'lowest' : 'highest';
  const last = figures.at(-1)!;
  const note = names.note(last);
  return [
    first,
    [extremeSentence(other, [...figures].reverse(), names), note].filter(Boolean).join(' '),
    spreadSentence(figures, names),
  ];
};

const groupChanges: Rule = ({ figures, reading, names, store }) => {
  if (!reading.wants.change || !reading.groups) return [];
  const { way } = reading.wants;
  const changes = changesOf(figures, reading, store).filter(
    ({ by }) => way === undefined || (way === 'up' ? by > 0 : by < 0),
  );
  if (changes.length === 0) return [statisticsTexts[names.locale].noneChanged];
  const list = changes.map(
    ({ now, before }) => `- ${names.shortPlace(now.observation.population)}: ${bareChange(now, before, names)}`,
  );
  const isUnlike = changes.some(({ now, before }) => !areComparable(now.period, before.period));
  return [list.join('\n'), ...(isUnlike ? [statisticsTexts[names.locale].unlikePeriods] : [])];
};

/** One line a series: what it was and what it became. A forecast is held against the latest outcome. */
const changes: Rule = ({ series, beside, reading, names }) => {
  if (reading.groups) return [];
  if (series.length === 1) {
    const { now, earlier } = series[0]!;
    const before = earlier[0] ?? (reading.wants.change ? beside.before : undefined);
    const ahead = now.observation.kind === 'prognos' && (reading.wants.change || reading.wants.difference);
    const from = before ?? (ahead ? beside.outcome : undefined);
    return from ? [changeSentence(now, from, names)] : [];
  }
  const moved = series.filter(({ earlier }) => earlier.length > 0);
  return moved.map(({ now, earlier }) => {
    const other = series.find((one) => one.now !== now)!.now;
    return `${names.label(now, other)}: ${changeSentence(now, earlier[0]!, names)}`;
  });
};

/** Two figures at two times: how far apart they lie now and lay before. */
const gaps: Rule = ({ series, names }) => {
  const [first, second] = series;
  const isPair = series.length === 2 && first?.earlier.length === 1 && second?.earlier.length === 1;
  if (!isPair || !sameMeasure([first.now, second.now]) || !sameTime(first.now, second.now)) return [];
  return [gapSentence([first.now, second.now], [first.earlier[0]!, second.earlier[0]!], names)];
};

/** "Hur många blir det på ett år?" of two a term. */
const inWholeYear: Rule = ({ figures, main, reading: { wants }, names }) => {
  const times = TIMES_A_YEAR[main.observation.unit];
  return wants.wholeYear && figures.length === 1 && times !== undefined && main.observation.valueTo === ''
    ? [wholeYearSentence(main, times, names)]
    : [];
};

const TIMES_A_YEAR: Partial<Record<Unit, number>> = { 'gånger per termin': 2, 'gånger per månad': 12 };

/** More than these would be a list, which the facts are already. */
const MOST_TARGETS = 4;

const targets: Rule = ({ figures, main, beside, reading, names, store }) => {
  const texts = statisticsTexts[names.locale];
  const asksTarget = reading.kind === 'target' && figures.length === 1;
  const lines: string[] = [];
  const goalOfWhole = !isGoal(main) && asksTarget ? beside.goals[0] : undefined;
  if (goalOfWhole) lines.push(texts.noOwnGoal, targetSentence(main, goalOfWhole, names, store));
  const goals = isGoal(main) && !reading.groups ? figures.filter(isGoal) : [];
  const all = goals.flatMap((goal) => {
    const { outcome, outcomeBefore } = lookBeside(goal, reading, store);
    return outcome ? [{ goal, outcome, outcomeBefore }] : [];
  });
  const reached = all.slice(0, MOST_TARGETS);
  if (all.length > 1)
    lines.push(texts.heldOf(all.filter(({ goal, outcome }) => holds(outcome, goal, store)).length, all.length));
  if (reached.length > 0)
    for (const { goal, outcome, outcomeBefore } of reached) {
      const named =
        reached.length > 1 ? `${names.label(goal, reached.find((other) => other.goal !== goal)!.goal)}: ` : '';
      lines.push(named + targetSentence(outcome, goal, names, store));
      // "Upp eller ner, och klarade man målet?"
      if (reading.wants.change && outcomeBefore) lines.push(named + changeSentence(outcome, outcomeBefore, names));
    }
  else if (isGoal(main) && asksTarget && !beside.outcome && hasOutcomes(main, store)) lines.push(texts.noOutcome);
  return lines;
};

/** "Vilka ligger över snittet?", "vilka klarar målet?" */
const sides: Rule = ({ figures, beside, reading: { wants, groups }, names, store }) => {
  const { beyond, beyondWhole } = wants;
  const { whole } = beside;
  const [goal] = beside.goals;
  if (!groups) return [];
  const some = (side: Side, than: Figure) => ({ figures: onSide(figures, side, than, store), of: figures.length });
  const ofWhole = beyondWhole && whole ? [beyondSentence(beyondWhole, some(beyondWhole, whole), whole, names)] : [];
  if (!beyond || !goal) return ofWhole;
  const ofGoal =
    beyond === 'meets' || beyond === 'misses'
      ? heldSentence(beyond === 'meets', some(beyond, goal), goal, names)
      : beyondSentence(beyond, some(beyond, goal), goal, names);
  return [ofGoal, ...ofWhole];
};

/** The unit's own goal and the council's: how far apart they lie. */
const goalsApart: Rule = ({ figures, main, beside, reading: { wants }, names }) => {
  const council = beside.goals.find(({ observation }) => observation.kind === 'KF:s årsmål');
  const isOne = figures.length === 1 && isGoal(main) && wants.againstCouncil;
  return isOne && council ? [compareSentence(main, council, names)] : [];
};

function hasOutcomes(figure: Figure, store: StatisticsStore): boolean {
  return store.figures(figure.observation.measure).some(({ observation }) => observation.kind === 'utfall');
}

/** Two figures of one time: how far apart they lie; of different measures only where that is asked for. */
const comparisons: Rule = (asked) => {
  const { series, beside, main, figures, reading, names, store } = asked;
  const { wants } = reading;
  if (figures.length === 1 && wants.againstWhole && beside.whole) return [compareSentence(main, beside.whole, names)];
  const [first, second] = series;
  if (series.length !== 2 || figures.length !== 2 || !first || !second) return [];
  if (wants.ratio || isShareAsked(asked) || extremeOf(figures, wants.extreme, store) !== undefined) return [];
  const [a, b] = [first.now, second.now];
  if (a.observation.unit !== b.observation.unit || isWholeAndPart(a, b, store)) return [];
  const isAsked = wants.difference || wants.compare || wants.change;
  if (!sameTime(a, b) || !(sameMeasure(figures) || isAsked)) return [];
  return [compareSentence(a, b, names)];
};

/** "Hur långt är det mellan bästa och sämsta grupp?", where the source tells from which to which they range. */
const ranges: Rule = ({ figures, main, reading: { wants }, names }) =>
  figures.length === 1 && main.observation.valueTo !== '' && (wants.difference || wants.spread)
    ? [rangeSentence(main, names)]
    : [];

/** The whole without its part: total sickness absence beyond day 14. */
const remainders: Rule = ({ figures, beside, reading: { wants, groups }, names, store }) => {
  if (groups || !(wants.remainder || wants.difference)) return [];
  const [a, b] = figures as [Figure, Figure | undefined];
  if (b === undefined) {
    const part = wants.remainder ? beside.parts[0] : undefined;
    return part ? [remainderSentence(a, part, names)] : [];
  }
  if (figures.length !== 2 || !sameTime(a, b)) return [];
  if (isPartOf(b, a, store)) return [remainderSentence(a, b, names)];
  return isPartOf(a, b, store) ? [remainderSentence(b, a, names)] : [];
};

function isPartOf(part: Figure, whole: Figure, store: StatisticsStore): boolean {
  return store.measure(part.observation.measure).partOf === whole.observation.measure;
}

function isWholeAndPart(a: Figure, b: Figure, store: StatisticsStore): boolean {
  return isPartOf(a, b, store) || isPartOf(b, a, store);
}

/** "Sökande per plats": the first counted over the second. */
const ratios: Rule = ({ figures, reading: { wants }, names }) => {
  const [a, b] = figures;
  if (!wants.ratio || figures.length !== 2 || !a || !b || !canDivide(a, b)) return [];
  return [ratioSentence(a, b, names)];
};

/** Two counts of one time: applications of ten months over the staff of one day would say nothing. */
export function canDivide(a: Figure, b: Figure): boolean {
  return [a, b].every(isCounted) && b.number !== 0 && sameTime(a, b);
}

function isCounted({ observation }: Figure): boolean {
  return ['antal', 'mnkr', 'kronor', 'timmar', 'dagar'].includes(observation.unit) && observation.valueTo === '';
}

function isShareAsked({ figures, reading: { wants }, store }: Asked): boolean {
  const [a, b] = figures;
  if (!wants.share || figures.length !== 2 || !a || !b || !isCounted(a) || !isCounted(b) || !sameMeasure([a, b]))
    return false;
  // Of two departments neither is a share of the other.
  const [one, other] = [a.observation.population, b.observation.population];
  return store.isWithin(one, other) || store.isWithin(other, one);
}

/**
 * Whether a share can be told: some figure is one itself, is in words ("hälften"), or is a count whose whole of the same time
 * is there too.
 */
export function canTellShare(figures: readonly Figure[], reading: Reading, store: StatisticsStore): boolean {
  const isShare = ({ observation: { unit, qualifier } }: Figure) =>
    unit === 'procent' || unit === 'index' || ['hälften', 'en tredjedel', 'samtliga'].includes(qualifier);
  const hasWhole = (figure: Figure) =>
    store.measure(figure.observation.measure).additive && wholeOf(figure, reading, store) !== undefined;
  const [a, b] = figures;
  const areParts = figures.length > 1 && !!a && !!b && isCounted(a) && sameMeasure([...figures]) && sameTime(a, b);
  return areParts || figures.some((figure) => isShare(figure) || hasWhole(figure));
}

/** What a count is a share of: all of whom it is a part, else those of the whole organisation. */
function wholeOf(figure: Figure, reading: Reading, store: StatisticsStore): Figure | undefined {
  const { undivided, whole } = lookBeside(figure, reading, store);
  return undivided ?? whole;
}

const shares: Rule = (asked) => {
  const { figures, main, beside, reading, names, store } = asked;
  if (!reading.wants.share || reading.wants.ratio) return [];
  if (isShareAsked(asked)) {
    const [small, large] = [...figures].sort((a, b) => a.number - b.number) as [Figure, Figure];
    return large.number === 0 || !sameTime(small, large) ? [] : [shareSentence(small, large, names)];
  }
  const { additive } = store.measure(main.observation.measure);
  if (!additive) return [];
  if (reading.wants.sum && beside.whole && figures.length > 1 && figures.every((figure) => sameTime(figure, main)))
    return [shareOfSumSentence(figures, beside.whole, names)];
  return seriesOf(figures).length === 1
    ? figures.flatMap((figure) => {
        const whole = wholeOf(figure, reading, store);
        return whole ? [shareOfAllSentence(figure, whole, names)] : [];
      })
    : [];
};

/** Counts of one time whose parts add up. */
const sums: Rule = ({ figures, main, reading: { wants }, isIncomplete, names, store }) => {
  const { additive } = store.measure(main.observation.measure);
  const alike = figures.every((figure) => sameTime(figure, main));
  const isOfOneKey = figures.every(
    ({ observation }) => partsOf(observation.breakdown).length === partsOf(main.observation.breakdown).length,
  );
  const isWhole = store.wholeOf(figures.map(({ observation }) => observation.breakdown)) !== undefined;
  return (wants.sum || isWhole) &&
    !isIncomplete &&
    additive &&
    figures.length > 1 &&
    alike &&
    sameMeasure(figures) &&
    isOfOneKey
    ? [sumSentence(figures, names)]
    : [];
};

const RULES: readonly Rule[] = [
  conflicts,
  extremes,
  groupChanges,
  changes,
  gaps,
  targets,
  goalsApart,
  sides,
  comparisons,
  ranges,
  remainders,
  ratios,
  inWholeYear,
  shares,
  sums,
];
