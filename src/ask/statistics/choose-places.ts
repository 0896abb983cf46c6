import type { Unit } from '../knowledge.js';
import { NO_PLACE } from './places.js';
import type { Reading } from './reading.js';
import type { Figure, StatisticsStore } from './store.js';

/** Where the asker works, as population ids, for defaults. */
export interface Home {
  readonly organisation?: string;
  readonly department?: string;
}

export type Places =
  | { readonly kind: 'ids'; readonly ids: readonly string[] }
  | { readonly kind: 'which'; readonly options: readonly string[] };

export interface PlaceQuestion {
  readonly measure: string;
  readonly breakdown: readonly string[];
  readonly reading: Reading;
  readonly home: Home;
  /** The figures that could answer, of any place. */
  readonly figures: readonly Figure[];
}

/** Whose figure is meant: those named, those of a level ("each department"), or the default; `which` when it must be asked. */
export function choosePlaces(question: PlaceQuestion, store: StatisticsStore): Places {
  const { reading, home, figures } = question;
  const named = reading.places.filter((ids) => !ids.includes(NO_PLACE));
  const withFigures = populationsOf(figures);
  if (reading.groups) {
    const ids = groupPlaces(question, named, store).filter((id) => withFigures.includes(id));
    return { kind: 'ids', ids };
  }
  if (named.length === 0) return nearest(defaultPlace(figures, home, store), reading, store);
  const chosen: string[] = [];
  for (const ids of named) {
    const withData = ids.filter((id) => withFigures.includes(id));
    const own = withData.filter((id) => store.organisationOf(id) === home.organisation);
    if (withData.length === 0) chosen.push(onlyBelow(ids[0]!, question, store));
    else if (withData.length === 1) chosen.push(withData[0]!);
    else if (own.length === 1) chosen.push(own[0]!);
    else {
      const near = nearest({ kind: 'which', options: withData }, reading, store);
      if (near.kind === 'which') return near;
      chosen.push(...near.ids);
    }
  }
  return { kind: 'ids', ids: chosen };
}

/** "Och målet för hela enheten?": of several, the one that was talked about or that it is a part of. */
function nearest(places: Places, { near }: Reading, store: StatisticsStore): Places {
  if (places.kind === 'ids' || near === undefined) return places;
  const around = places.options.filter((id) => store.isWithin(near, id));
  return around.length === 1 ? { kind: 'ids', ids: around } : places;
}

function populationsOf(figures: readonly Figure[]): string[] {
  return [...new Set(figures.map(({ observation }) => observation.population))];
}

const UNLIKE_IN_PARTS: ReadonlySet<Unit> = new Set(['procent', 'index', 'antal', 'mnkr']);

/**
 * The place itself, or the only one below it that has the figure: "Silviadiplomering i Hägersten-Liljeholmen" is the elderly
 * care's. Not for shares, indexes, budgets and counts, where a part says something else than the whole, unless there is one
 * such thing only.
 */
function onlyBelow(place: string, { measure, breakdown, figures }: PlaceQuestion, store: StatisticsStore): string {
  const { unit, onlyOne, countsPeople } = store.measure(measure);
  // Nobody else has anything of the kind ("föreläsningar om demens").
  const isOnlyTheirs = !countsPeople && unit === 'antal' && populationsOf(store.figures(measure)).length === 1;
  if (breakdown.length === 0 && !onlyOne && !isOnlyTheirs && UNLIKE_IN_PARTS.has(unit)) return place;
  // Who has staff of its own is not told by the managers of one of its units.
  if (store.figures(measure).some(({ observation }) => observation.population === place)) return place;
  const below = populationsOf(figures).filter((id) => store.isWithin(id, place));
  return below.length === 1 ? below[0]! : place;
}

/** The populations of the wanted level within the place named, else within the asker's organisation or the only one with figures. */
function groupPlaces(
  { measure, reading, home }: PlaceQuestion,
  named: readonly (readonly string[])[],
  store: StatisticsStore,
): string[] {
  if (named.length > 1) return named.map((ids) => ids[0]!);
  const { groups } = reading;
  const withData = populationsOf(store.figures(measure));
  const organisations = [...new Set(withData.map((id) => store.organisationOf(id)))];
  const within = named[0]?.[0] ?? (organisations.length === 1 ? organisations[0]! : home.organisation);
  const below = withData.filter((id) => within === undefined || (id !== within && store.isWithin(id, within)));
  const ofLevel = below.filter((id) => groups === 'any' || store.population(id).level === groups);
  if (ofLevel.length === 0) return siblings(within, withData, store);
  const { level } = store.population(ofLevel[0]!);
  return groups === 'any' ? ofLevel.filter((id) => store.population(id).level === level) : ofLevel;
}

/** A leaf was named ("vilket område låg lägst?" after a question about one): its neighbours. */
function siblings(place: string | undefined, withData: readonly string[], store: StatisticsStore): string[] {
  const parent = place === undefined ? undefined : store.population(place).parent;
  return withData.filter((id) => parent !== undefined && store.population(id).parent === parent);
}

/** Nobody named: the asker's department, else the asker's organisation, else the only one that has figures; else ask. */
function defaultPlace(figures: readonly Figure[], home: Home, store: StatisticsStore): Places {
  const withData = populationsOf(figures);
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
