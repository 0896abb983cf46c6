import { NO_PLACE } from './places.js';
import { yearOf } from '../period.js';
import { isAt, isGoal, kindsFor, latest } from './match.js';
import type { Reading } from './reading.js';
import { type Figure, partsOf, type StatisticsStore } from './store.js';

/** Where the asker works, as population ids, for defaults. */
export interface Home {
  readonly organisation?: string;
  readonly department?: string;
}

/** Why there is no figure, and the nearest that there is: it must be named as being something else. */
export interface Missing {
  readonly measure?: string;
  readonly place?: string;
  readonly breakdown: readonly string[];
  readonly because: 'measure' | 'population' | 'breakdown' | 'period' | 'kind' | 'unknown-word';
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
      const places = placesFor(measureHere, breakdown, reading, home, store);
      if (places.kind === 'which') {
        if (found.length === 0) return { kind: 'which-place', measure: measureHere, options: places.options };
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

type Places =
  | { readonly kind: 'ids'; readonly ids: readonly string[] }
  | { readonly kind: 'which'; readonly options: readonly string[] };

function placesFor(
  measure: string,
  breakdown: readonly string[],
  reading: Reading,
  home: Home,
  store: StatisticsStore,
): Places {
  const parts = store.figures(measure).filter(({ observation }) => hasParts(observation.breakdown, breakdown));
  const kinds = kindsOf(reading, store.figures(measure), [...breakdown].sort().join('; '));
  const ofKind = parts.filter(({ observation }) => kinds.includes(observation.kind));
  // A place that only has a goal is no likely reading of a question about outcomes, unless it was named.
  const figures = ofKind.length > 0 && reading.places.length === 0 ? ofKind : parts;
  const has = (id: string) => figures.some(({ observation }) => observation.population === id);
  const places = reading.places.filter((ids) => !ids.includes(NO_PLACE));
  if (reading.groups) return { kind: 'ids', ids: groupPlaces(measure, places, reading, home, store).filter(has) };
  if (places.length === 0) return defaultPlace(figures, home, store);
  const chosen: string[] = [];
  for (const ids of places) {
    const withData = ids.filter(has);
    const own = withData.filter((id) => store.organisationOf(id) === home.organisation);
    if (withData.length === 0) chosen.push(onlyBelow(ids[0]!, measure, breakdown, figures, store));
    else if (withData.length === 1) chosen.push(withData[0]!);
    else if (own.length === 1) chosen.push(own[0]!);
    else return { kind: 'which', options: withData };
  }
  return { kind: 'ids', ids: chosen };
}

/**
 * The place itself, or the only one below it that has the figure: "Silviadiplomering i Hägersten-Liljeholmen" is the elderly
 * care's. Not for shares and indexes, where a part says something else than the whole.
 */
function onlyBelow(
  place: string,
  measure: string,
  breakdown: readonly string[],
  figures: readonly Figure[],
  store: StatisticsStore,
): string {
  if (breakdown.length === 0 && ['procent', 'index'].includes(store.measure(measure).unit)) return place;
  const below = [...new Set(figures.map(({ observation }) => observation.population))].filter((id) =>
    store.isWithin(id, place),
  );
  return below.length === 1 ? below[0]! : place;
}

/** The populations of the wanted level within the place named, else within the asker's organisation or the only one with figures. */
function groupPlaces(
  measure: string,
  places: readonly (readonly string[])[],
  { groups }: Reading,
  home: Home,
  store: StatisticsStore,
): string[] {
  const withData = [...new Set(store.figures(measure).map(({ observation }) => observation.population))];
  if (places.length > 1) return places.map((ids) => ids[0]!);
  const organisations = [...new Set(withData.map((id) => store.organisationOf(id)))];
  const within = places[0]?.[0] ?? (organisations.length === 1 ? organisations[0]! : home.organisation);
  const below = withData.filter((id) => within === undefined || (id !== within && store.isWithin(id, within)));
  const ofLevel = below.filter((id) => groups === 'any' || store.population(id).level === groups);
  if (groups !== 'any') return ofLevel.length > 0 ? ofLevel : siblings(within, withData, store);
  const levels = [...new Set(ofLevel.map((id) => store.population(id).level))];
  return ofLevel.length > 0
    ? ofLevel.filter((id) => store.population(id).level === levels[0])
    : siblings(within, withData, store);
}

/** A leaf was named ("vilket område låg lägst?" after a question about one): its neighbours. */
function siblings(place: string | undefined, withData: readonly string[], store: StatisticsStore): string[] {
  const parent = place === undefined ? undefined : store.population(place).parent;
  return withData.filter((id) => parent !== undefined && store.population(id).parent === parent);
}

/** Nobody named: the asker's department, else the asker's organisation, else the only one that has figures; else ask. */
function defaultPlace(figures: readonly Figure[], home: Home, store: StatisticsStore): Places {
  const withData = [...new Set(figures.map(({ observation }) => observation.population))];
  for (const own of [home.department, home.organisation])
    if (own !== undefined && withData.includes(own)) return { kind: 'ids', ids: [own] };
  const inOrganisation = withData.filter(
    (id) => home.organisation === undefined || store.organisationOf(id) === home.organisation,
  );
  const options = inOrganisation.length > 0 ? inOrganisation : withData;
  const tops = options.filter((id) => store.population(id).level === 'organisation');
  if (tops.length === 1) return { kind: 'ids', ids: tops };
  if (options.length <= 1) return { kind: 'ids', ids: options };
  const wholes = options.filter((id) => !options.some((other) => other !== id && store.isWithin(id, other)));
  return wholes.length === 1 ? { kind: 'ids', ids: wholes } : { kind: 'which', options: wholes };
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
  if (wanted) return wanted;
  const outcome = reading.kind === 'target' ? bestKind(timed, ['utfall']) : undefined;
  if (outcome && hasWiderGoal(cell, outcome, store)) return outcome;
  if (timed.length > 0) return lacking('kind', latest(timed));
  return lacking('period', bestKind(split, kinds) ?? latest(split));
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
