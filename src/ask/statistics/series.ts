import { lookBeside } from './beside.js';
import type { Reading } from './reading.js';
import type { Figure, StatisticsStore } from './store.js';

/** The same figure at one or several times, the latest first. */
export interface Series {
  readonly now: Figure;
  readonly earlier: readonly Figure[];
}

/** Figures by measure, place, breakdown and kind, in the order in which each was asked for. */
export function seriesOf(figures: readonly Figure[]): Series[] {
  const byKey = new Map<string, Figure[]>();
  for (const figure of figures) {
    const { measure, population, breakdown, kind } = figure.observation;
    const key = [measure, population, breakdown, kind].join('|');
    byKey.set(key, [...(byKey.get(key) ?? []), figure]);
  }
  return [...byKey.values()].map((list) => {
    const [now, ...earlier] = [...list].sort((a, b) => b.period.last - a.period.last);
    return { now: now!, earlier };
  });
}

const MOST_SERIES = 4;

/** Where a change of several figures is asked for, each gets its earlier one beside it. */
export function withEarlier(figures: readonly Figure[], reading: Reading, store: StatisticsStore): Figure[] {
  const series = seriesOf(figures);
  if (!reading.wants.change || reading.groups || series.length < 2 || series.length > MOST_SERIES) return [...figures];
  return series.flatMap(({ now, earlier }) => {
    const { before } = lookBeside(now, reading, store);
    return [now, ...(earlier.length > 0 || before === undefined ? earlier : [before])];
  });
}
