import { NO_PLACE } from './places.js';
import { yearOf } from '../period.js';
import { isAt, isGoal, kindsFor, latest } from './match.js';
import { choosePlaces, type Home } from './choose-places.js';
import type { Reading } from './reading.js';
import { type Figure, partsOf, type StatisticsStore } from './store.js';

/** Why there is no figure, and the nearest that there is: it must be named as being something else. */
export interface Missing {
  readonly measure?: string;
  readonly place?: string;
  readonly breakdown: readonly string[];
  readonly because: 'measure' | 'population' | 'breakdown' | 'period' | 'kind' | 'unit' | 'unknown-word';
  readonly nearest?: Figure;
}

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
    for (const breakdown of reading.breakdowns) {
      const measureHere = measureWith(measure, breakdown, reading, store);
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
      for (const place of places.ids) {
        const result = figureAt({ measure: measureHere, place, breakdown }, reading, store);
        if ('because' in result) missing.push(result);
        else if (!found.some(({ observation }) => observation.id === result.observation.id)) found.push(result);
      }
    }
  }
  if (reading.unknownWords.length > 0)
    return {
      kind: 'missing',
      missing: {
        measure: reading.measures[0],
        place: undefined,
        breakdown: [],
        because: 'unknown-word',
        nearest: found[0],
      },
    };
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

/** Several places could be meant, but all say the same: then there is nothing to ask back. */
function sameEverywhere(
  places: readonly string[],
  about: Omit<Cell, 'place'>,
  reading: Reading,
  store: StatisticsStore,
): Figure | undefined {
  const results = places.map((place) => figureAt({ ...about, place }, reading, store));
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
  if (reading.wants.list)
    return store.measures.map(({ id }) => id).filter((id) => store.figures(id).length > 0 && hasPlace(id));
  const parts = reading.breakdowns[0] ?? [];
  const candidates = store.measures
    .map(({ id }) => id)
    .filter((id) => parts.every((part) => store.hasBreakdown(id, part)));
  const here = candidates.filter(hasPlace);
  const wantsShare = (id: string) => (store.measure(id).unit === 'procent') === reading.wants.share;
  return [...here.filter(wantsShare), ...here, ...candidates].slice(0, 1);
}

/** A training asked about with "medarbetare" or "hur många" is counted by the measure that has it, whatever word was used. */
function measureWith(measure: string, breakdown: readonly string[], reading: Reading, store: StatisticsStore): string {
  const lacking = breakdown.filter((part) => !store.hasBreakdown(measure, part));
  if (lacking.length === 0 || !lacking.every((part) => part.startsWith('utbildning='))) return measure;
  const [other] = measuresFor({ ...reading, measures: [], breakdowns: [breakdown] }, store);
  return other ?? measure;
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

interface Cell {
  readonly measure: string;
  readonly place: string;
  readonly breakdown: readonly string[];
}

/** The one figure of a cell: breakdown, then kind, then time must fit; each step that fails names the nearest that does. */
function figureAt(cell: Cell, reading: Reading, store: StatisticsStore): Figure | Missing {
  const { measure, place, breakdown } = cell;
  const all = store.figures(measure);
  const here = all.filter(({ observation }) => observation.population === place);
  const lacking = (because: Missing['because'], nearest: Figure | undefined): Missing => ({
    ...cell,
    because,
    nearest,
  });
  const plain = (figures: readonly Figure[]) => figures.filter(({ observation }) => observation.breakdown === '');
  if (here.length === 0)
    return lacking('population', latest(plain(all.filter(({ observation }) => observation.kind === 'utfall'))));
  const split = here.filter(({ observation }) => observation.breakdown === [...breakdown].sort().join('; '));
  if (split.length === 0)
    return breakdown.length === 0 ? onlyBroken(here, lacking) : lacking('breakdown', latest(plain(here)));
  const timed =
    reading.times.length === 0 ? split : split.filter(({ period }) => reading.times.some((time) => isAt(period, time)));
  const kinds = kindsOf(reading, all, split[0]!.observation.breakdown);
  const wanted = bestKind(timed, kinds);
  if (wanted) return fitsUnit(wanted, reading, store) ? wanted : lacking('unit', wanted);
  const outcome = reading.kind === 'target' ? bestKind(timed, ['utfall']) : undefined;
  if (outcome && hasWiderGoal(cell, outcome, store)) return outcome;
  if (timed.length > 0) return lacking('kind', latest(timed));
  return lacking('period', bestKind(split, kinds) ?? latest(split));
}

/** Shares said in words ("hälften") also answer "hur många"; a share in per cent does not, nor a count "hur stor andel". */
function fitsUnit({ observation }: Figure, { wants, kind, measures }: Reading, store: StatisticsStore): boolean {
  const isShare = observation.unit === 'procent' || observation.unit === 'index';
  const isCompared = wants.change || wants.compare || wants.extreme !== undefined;
  if (wants.count && !isCompared && kind === 'outcome' && measures.length === 1)
    return !isShare || observation.qualifier !== '';
  if (wants.share && !isShare) return store.measure(observation.measure).additive;
  return true;
}

/** The place has no goal of its own, but its organisation has one for that year: the outcome is held against that. */
function hasWiderGoal({ measure, place }: Cell, outcome: Figure, store: StatisticsStore): boolean {
  const organisation = store.organisationOf(place);
  return store
    .figures(measure)
    .some(
      (goal) =>
        isGoal(goal) && goal.observation.population === organisation && yearOf(goal.period) === yearOf(outcome.period),
    );
}

/** Figures exist only broken down (by training, say): with one such value it is the answer, else there is no plain figure. */
function onlyBroken(
  here: readonly Figure[],
  lacking: (because: Missing['because'], nearest: Figure | undefined) => Missing,
): Figure | Missing {
  const values = new Set(here.map(({ observation }) => observation.breakdown));
  return values.size === 1 ? latest(here)! : lacking('breakdown', undefined);
}

/** A measure without any outcome (planeringsdagar per år) is answered by its goal; one that has outcomes elsewhere is not. */
function kindsOf(reading: Reading, all: readonly Figure[], breakdown: string) {
  if (reading.groups && reading.kind === 'target') return kindsFor('outcome');
  const hasOutcome = all.some(
    ({ observation }) => observation.kind === 'utfall' && observation.breakdown === breakdown,
  );
  if (reading.kind === 'outcome' && !hasOutcome) return [...kindsFor('target'), ...kindsFor('forecast')];
  return kindsFor(reading.kind);
}

function bestKind(figures: readonly Figure[], kinds: readonly string[]): Figure | undefined {
  for (const kind of kinds) {
    const found = latest(figures.filter(({ observation }) => observation.kind === kind));
    if (found) return found;
  }
  return undefined;
}
