import type { Figure, StatisticsStore } from './store.js';
import type { Reading } from './reading.js';
import { yearOf } from '../period.js';

/** Where the asker works, as population ids, for defaults; undefined when unknown. */
export interface Home {
  readonly organisation?: string;
  readonly department?: string;
}

export type Selection =
  | { readonly kind: 'found'; readonly figure: Figure; readonly assumed: Assumed; readonly conflicting: readonly Figure[] }
  | { readonly kind: 'which-population'; readonly options: readonly string[] }
  | { readonly kind: 'missing'; readonly because: 'measure' | 'population' | 'breakdown' | 'period'; readonly nearest?: Figure };

export interface Assumed {
  readonly population: boolean;
  readonly period: boolean;
}

/** The one figure asked for, or why there is none. Never takes another year, unit or group silently. */
export function selectFigure(reading: Reading, home: Home, store: StatisticsStore): Selection {
  const all = store.figures(reading.measures[0]!);
  const wanted = all.filter(({ observation }) => reading.wants.kinds.includes(observation.kind));
  if (all.length === 0) return { kind: 'missing', because: 'measure' };

  const named = reading.populations[0];
  const place = named ? withData(named, all) : defaultPopulation(all, home, store);
  if (place.length === 0) return { kind: 'missing', because: 'population', nearest: latest(wanted.filter(hasNoBreakdown)) };
  const population = place.length === 1 ? place[0]! : preferHome(place, home, store);
  if (population === undefined) return { kind: 'which-population', options: place };

  const here = all.filter(({ observation }) => observation.population === population);
  const breakdown = [...reading.breakdowns].sort().join('; ');
  const split = here.filter(({ observation }) => observation.breakdown === breakdown);
  if (split.length === 0) return { kind: 'missing', because: 'breakdown', nearest: latest(here.filter(hasNoBreakdown)) };

  const timed = reading.years.length === 0 ? split : split.filter(({ period }) => reading.years.includes(yearOf(period)));
  if (timed.length === 0) return { kind: 'missing', because: 'period', nearest: latest(split) };

  const outcomes = timed.filter(({ observation }) => observation.kind === 'utfall');
  const figure = latest(outcomes.length > 0 ? outcomes : timed)!;
  return {
    kind: 'found',
    figure,
    assumed: { population: !named, period: reading.years.length === 0 },
    conflicting: timed.filter(({ observation }) => observation.id === figure.observation.conflictsWith),
  };
}

function withData(populations: readonly string[], figures: readonly Figure[]): string[] {
  return populations.filter((population) => figures.some(({ observation }) => observation.population === population));
}

/** Nobody named: the asker's department, else the asker's organisation, else the only organisation that has the measure. */
function defaultPopulation(figures: readonly Figure[], home: Home, store: StatisticsStore): string[] {
  for (const own of [home.department, home.organisation])
    if (own !== undefined && withData([own], figures).length > 0) return [own];
  const populations = [...new Set(figures.map(({ observation }) => observation.population))];
  const tops = populations.filter((id) => store.population(id).level === 'organisation');
  return tops.length > 0 ? tops : populations;
}

function preferHome(populations: readonly string[], home: Home, store: StatisticsStore): string | undefined {
  const own = populations.filter((id) => home.organisation !== undefined && store.organisationOf(id) === home.organisation);
  return own.length === 1 ? own[0] : undefined;
}

export function hasNoBreakdown({ observation }: Figure): boolean {
  return observation.breakdown === '';
}

/** The figure about the latest time; of equally late ones the first in the file. */
export function latest(figures: readonly Figure[]): Figure | undefined {
  return figures.reduce<Figure | undefined>((best, figure) => (best && best.period.last >= figure.period.last ? best : figure), undefined);
}
