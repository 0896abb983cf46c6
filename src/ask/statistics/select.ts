import { NO_PLACE } from './places.js';
import { choosePlaces, type Home } from './choose-places.js';
import { canDivide, canTellShare } from './derive.js';
import { isExplained } from './explained.js';
import { type Cell, figureAt, kindsOf, type Missing } from './figure-at.js';
import { lookBeside } from './beside.js';
import { isAt, isGoal, sameTime } from './match.js';
import type { Reading, Time } from './reading.js';
import { type Figure, partsOf, type StatisticsStore } from './store.js';

export type Selection =
  | {
      readonly kind: 'found';
      readonly figures: readonly Figure[];
      readonly missing: readonly Missing[];
      readonly assumed: Assumed;
    }
  | { readonly kind: 'which-place'; readonly measure: string; readonly options: readonly string[] }
  | { readonly kind: 'missing'; readonly missing: Missing };

/** What the asker did not say and the answer must: which population, which period. */
export interface Assumed {
  readonly place: boolean;
  readonly period: boolean;
}

/**
 * The figures asked for, one a measure, place and breakdown, or why there are none. Never takes another year, unit, group or
 * kind silently: what is not there is `missing`, with the nearest beside it.
 */
export function selectFigures(reading: Reading, home: Home, store: StatisticsStore): Selection {
  if (reading.places.some((ids) => ids.includes(NO_PLACE)) && reading.places.length === 1)
    return { kind: 'missing', missing: { measure: reading.measures[0], breakdown: [], because: 'population' } };
  const found: Figure[] = [];
  const missing: Missing[] = [];
  for (const measure of measuresFor(reading, store)) {
    for (const { measure: measureHere, breakdown } of cellsOf(measure, reading, store)) {
      const places = choosePlaces(
        {
          measure: measureHere,
          breakdown,
          reading,
          home,
          figures: likelyFigures(measureHere, breakdown, reading, store),
        },
        store,
      );
      if (places.kind === 'which') {
        const same = sameEverywhere(places.options, { measure: measureHere, breakdown }, reading, store);
        if (same) found.push(same);
        else if (found.length === 0) return { kind: 'which-place', measure: measureHere, options: places.options };
        continue;
      }
      for (const place of places.ids)
        for (const times of timesOf(reading)) {
          const result = figureAt({ measure: measureHere, place, breakdown, times }, reading, store);
          const told = 'because' in result ? toldOtherwise(result, reading, store) : undefined;
          if (told) found.push(told);
          else if ('because' in result) missing.push(result);
          else if (!found.some(({ observation }) => observation.id === result.observation.id)) found.push(result);
        }
    }
  }
  missing.push(...missingSince(found, reading, store));
  const unknown = reading.unknownWords.filter((words) => !found.some((figure) => isExplained(words, figure, store)));
  if (unknown.length > 0 || reading.lacks !== undefined)
    return {
      kind: 'missing',
      missing: {
        measure: reading.measures[0],
        place: undefined,
        breakdown: [],
        because: 'unknown-word',
        unknown,
        nearest: found[0],
      },
    };
  // A part of a sum would pass for all of it.
  const aside = reading.times.filter(({ isAside }) => isAside);
  const isOnlyAside = found.length > 0 && found.every(({ period }) => aside.some((time) => isAt(period, time)));
  if (isOnlyAside && missing.length > 0) return { kind: 'missing', missing: missing[0]! };
  // A part of a sum would pass for all of it.
  const isPartOfSum = reading.wants.sum && !reading.groups && missing.length > 0;
  const lacksHalf =
    reading.isOneThing &&
    reading.measures.length > 1 &&
    missing.some(({ measure }) => measure === reading.measures.at(-1));
  const gap = isPartOfSum || lacksHalf ? missing[0] : cannotDerive(found, reading, store);
  if (gap) return { kind: 'missing', missing: gap };
  if (found.length === 0)
    return {
      kind: 'missing',
      missing: missing[0] ?? { measure: reading.measures[0], breakdown: [], because: 'measure' },
    };
  return {
    kind: 'found',
    figures: found,
    missing: reading.groups ? [] : missing,
    assumed: { place: reading.places.length === 0, period: reading.times.length === 0 },
  };
}

/** "Än 2018": what the change would be counted from, where neither that figure nor the change itself is told. */
function missingSince(found: readonly Figure[], reading: Reading, store: StatisticsStore): Missing[] {
  const isTold = found.some(({ observation }) => store.measure(observation.measure).changeOf !== undefined);
  if (isTold || reading.groups) return [];
  return found.slice(0, 1).flatMap(({ observation: { measure, population, breakdown } }) =>
    reading.since.flatMap((time) => {
      const cell = { measure, place: population, breakdown: partsOf(breakdown), times: [time] };
      const result = figureAt(cell, { ...reading, kind: 'outcome' }, store);
      return 'because' in result && !toldOtherwise({ ...result, time: undefined }, reading, store) ? [result] : [];
    }),
  );
}

/** What was asked to be computed cannot be: a part alone would pass for the answer. */
function cannotDerive(found: readonly Figure[], reading: Reading, store: StatisticsStore): Missing | undefined {
  const { countedBy, groups, wants, measures } = reading;
  const [a, b] = found;
  const nothing = (because: Missing['because']): Missing => ({
    measure: measures[0],
    breakdown: [],
    because,
    nearest: a,
  });
  const isShare = wants.share && !wants.ratio && !wants.change;
  if (a && isShare && (wants.partUnsaid || !canTellShare(found, reading, store))) return nothing('unit');
  // "Nådde de det?": whether a goal is held is not told by the goal.
  const isOpen = (figure: Figure) => isGoal(figure) && lookBeside(figure, reading, store).outcome === undefined;
  if (a && wants.asksHeld && !groups && found.every(isOpen)) return nothing('kind');
  const isUnlike = a && b && a.observation.measure !== b.observation.measure && !sameTime(a, b);
  if (wants.difference && measures.length === 2 && found.length === 2 && isUnlike) return nothing('ratio');
  if (wants.difference && measures.length === 2 && found.length === 1 && !groups) return nothing('ratio');
  if (countedBy !== undefined && a && !(b && canDivide(a, b))) return nothing('ratio');
  const isRange = a?.observation.valueTo !== '';
  return wants.extreme && groups && found.length === 1 && !isRange ? nothing('ranking') : undefined;
}

/** Each time named on its own, the latest first: "2024 och hur många var de 2023?" are two figures. */
function timesOf({ times, groups }: Reading): (readonly Time[])[] {
  if (times.length < 2 || groups !== undefined) return [times];
  const at = ({ year, month = 11 }: Time) => year * 12 + month;
  return [...times].sort((a, b) => at(b) - at(a)).map((time) => [time]);
}

/**
 * The same thing under another measure: a source that counts only its permanent staff, or that tells how much or which way
 * something changed, though not the figures themselves.
 */
function toldOtherwise(
  { measure, place, breakdown, because, time }: Missing,
  reading: Reading,
  store: StatisticsStore,
): Figure | undefined {
  if (place === undefined || measure === undefined) return undefined;
  const isPeople = because === 'population' && store.measure(measure).countsPeople;
  const others = [
    ...(isPeople ? store.headcounts : []),
    ...(reading.wants.change ? store.measures.filter(({ changeOf }) => changeOf === measure) : []),
  ];
  const times = time ? [time] : reading.times;
  return others
    .map(({ id }) => figureAt({ measure: id, place, breakdown, times }, { ...reading, kind: 'outcome' }, store))
    .find((result): result is Figure => !('because' in result));
}

/** Several places could be meant, but all say the same: then there is nothing to ask back. */
function sameEverywhere(
  places: readonly string[],
  about: Omit<Cell, 'place' | 'times'>,
  reading: Reading,
  store: StatisticsStore,
): Figure | undefined {
  const results = places.map((place) => figureAt({ ...about, place, times: reading.times }, reading, store));
  const figures = results.flatMap((result) => ('because' in result ? [] : [result]));
  const isSame = figures.length === places.length && figures.every(({ number }) => number === figures[0]!.number);
  return isSame ? figures[0] : undefined;
}

/** Named measures, or those that a breakdown alone tells ("hur många MI-coacher"), or all of a place ("alla indikatorer"). */
function measuresFor(reading: Reading, store: StatisticsStore): string[] {
  if (reading.measures.length > 0) return [...reading.measures];
  const places = reading.places.flat();
  const hasPlace = (measure: string) =>
    places.length === 0 || store.figures(measure).some(({ observation }) => places.includes(observation.population));
  const hasAnyPart = (measure: string) =>
    reading.breakdowns.every((parts) => parts.length === 0) ||
    reading.breakdowns.some((parts) => parts.length > 0 && parts.every((part) => store.hasBreakdown(measure, part)));
  const { goal } = reading;
  const isUnderGoal = (measure: string) =>
    goal === undefined ||
    store
      .figures(measure)
      .some(
        ({ observation: { population, section } }) =>
          (places.length === 0 || places.includes(population)) && section.includes(`: ${goal}`),
      );
  if (reading.wants.list)
    return store.measures
      .map(({ id }) => id)
      .filter((id) => store.figures(id).length > 0 && hasPlace(id) && hasAnyPart(id) && isUnderGoal(id));
  const parts = reading.breakdowns[0] ?? [];
  const candidates = store.measures
    .map(({ id }) => id)
    .filter((id) => parts.every((part) => store.hasBreakdown(id, part)));
  const here = candidates.filter(hasPlace);
  const wantsShare = (id: string) => (store.measure(id).unit === 'procent') === reading.wants.share;
  return [...here.filter(wantsShare), ...here, ...candidates].slice(0, 1);
}

interface Asked {
  readonly measure: string;
  readonly breakdown: readonly string[];
}

/**
 * The measure with each breakdown. "Hur många kunder, och hur många undersköterskor?" are two: the whole of a measure that is
 * not broken down so, and people by the measure that counts them.
 */
function cellsOf(measure: string, reading: Reading, store: StatisticsStore): Asked[] {
  return reading.breakdowns.flatMap((breakdown): Asked[] => {
    const here = measureWith(measure, breakdown, reading, store);
    const lacks = breakdown.length > 0 && breakdown.every((part) => !store.hasBreakdown(here, part));
    const counts = store.headcounts.find(({ id }) => breakdown.every((part) => store.hasBreakdown(id, part)));
    const isCounted = store.measure(here).unit === 'antal';
    // "Hur många mötesplatser, och hur många är träffpunkter?"
    if (
      !lacks &&
      breakdown.length > 0 &&
      reading.wants.twice &&
      (reading.breakdowns.length === 1 || reading.wants.ofThem) &&
      !reading.carried.measure
    )
      return [
        { measure: here, breakdown: [] },
        { measure: here, breakdown },
      ];
    // "Hur många kunder?", then "och hur många undersköterskor?": people are not what was counted before.
    if (lacks && counts && reading.carried.measure && (reading.wants.count || isCounted))
      return [{ measure: counts.id, breakdown }];
    return lacks && reading.wants.twice && counts
      ? [
          { measure: here, breakdown: [] },
          { measure: counts.id, breakdown },
        ]
      : [{ measure: here, breakdown }];
  });
}

/** A training asked about with "medarbetare" or "hur många" is counted by the measure that has it, whatever word was used. */
function measureWith(measure: string, breakdown: readonly string[], reading: Reading, store: StatisticsStore): string {
  const lacking = breakdown.filter((part) => !store.hasBreakdown(measure, part));
  if (lacking.length === 0 || !lacking.every((part) => part.startsWith('utbildning='))) return measure;
  const [other] = measuresFor({ ...reading, measures: [], breakdowns: [breakdown] }, store);
  // "Hur många moduler har stationsutbildningen?" is not answered by who took it.
  const isOfTraining = store.figures(measure).some(({ observation }) => observation.breakdown.includes('utbildning='));
  const isOther = other !== undefined && store.measure(other).countsTrained && isOfTraining;
  return isOther && !store.measure(measure).countsTrained ? measure : (other ?? measure);
}

/** The figures that the place is chosen by: with the parts named, and of the kind wished for where no place was named. */
function likelyFigures(
  measure: string,
  breakdown: readonly string[],
  reading: Reading,
  store: StatisticsStore,
): Figure[] {
  const parts = store.figures(measure).filter(({ observation }) => hasParts(observation.breakdown, breakdown));
  const kinds = kindsOf(reading, store.figures(measure), [...breakdown].sort().join('; '));
  const ofKind = parts.filter(({ observation }) => kinds.includes(observation.kind));
  // A place that only has a goal is no likely reading of a question about outcomes, unless it was named.
  return ofKind.length > 0 && reading.places.length === 0 ? ofKind : parts;
}

function hasParts(breakdown: string, parts: readonly string[]): boolean {
  return parts.every((part) => partsOf(breakdown).includes(part));
}
