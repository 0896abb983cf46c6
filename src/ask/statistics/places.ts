import type { Mention } from '../understand/frame.js';
import type { StatisticsStore } from './store.js';

/**
 * The populations named. An organisation beside a part of it says whose part: "förskolan i Hägersten-Älvsjö" is one
 * population. A part that the named organisation does not have stays out of it, so that nobody gets another
 * organisation's figure: it is returned with that organisation alone and will be found missing.
 * Names that several organisations share stay alternatives when no organisation is named. `withWhole`: the board or the
 * administration is meant beside its part ("nämndens mål jämfört med enhetens").
 */
export function namedPlaces(
  mentions: readonly Mention[],
  store: StatisticsStore,
  { withWhole = false }: { readonly withWhole?: boolean } = {},
): string[][] {
  const isOrganisation = (id: string) => store.population(id).level === 'organisation';
  const organisations = [...new Set(mentions.flatMap(({ ids }) => ids.filter(isOrganisation)))];
  const parts = mentions.map(({ ids }) => ids.filter((id) => !isOrganisation(id))).filter((ids) => ids.length > 0);
  const placed = parts.map((ids) => {
    const within = ids.filter((id) => organisations.some((organisation) => store.isWithin(id, organisation)));
    return organisations.length === 0 ? ids : within;
  });
  const narrowed = dropWiderOf(placed, store);
  if (isStrangeArea(narrowed, store)) return [[NO_PLACE]];
  if (parts.length === 0) return organisations.map((id) => [id]);
  const empty = placed.some((ids) => ids.length === 0);
  const [organisation] = organisations.length > 0 ? organisations : new Set(narrowed.flat().map(store.organisationOf));
  if (!empty && withWhole && organisation !== undefined) return [...unique(narrowed), [organisation]];
  return empty ? [...unique(narrowed.filter((ids) => ids.length > 0)), [NO_PLACE]] : unique(narrowed);
}

/** "Förskolan i Älvsjö": a home-care area's name beside a department that has no such area means a part nobody has figures of. */
function isStrangeArea(places: readonly (readonly string[])[], store: StatisticsStore): boolean {
  const isArea = (ids: readonly string[]) =>
    ids.length > 0 && ids.every((id) => store.population(id).level === 'arbetsgrupp');
  return places.some(isArea) && places.some((ids) => ids.length > 0 && !isArea(ids));
}

/** Stands for a population that was named but that no organisation named has. */
export const NO_PLACE = '(ingen)';

/** "Hemtjänsten i äldreomsorgen": the wider one only says where the narrower is. */
function dropWiderOf(places: readonly (readonly string[])[], store: StatisticsStore): string[][] {
  const isWider = (ids: readonly string[]) =>
    places.some(
      (others) =>
        others !== ids &&
        others.length > 0 &&
        ids.length > 0 &&
        others.every((other) => !ids.includes(other) && ids.some((id) => store.isWithin(other, id))),
    );
  return places.filter((ids) => !isWider(ids)).map((ids) => [...ids]);
}

function unique(lists: readonly (readonly string[])[]): string[][] {
  return [...new Map(lists.map((list) => [list.join('|'), [...list]])).values()];
}
