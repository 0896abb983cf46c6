import { lookBeside } from './beside.js';
import { sameBreakdown, samePopulation } from './match.js';
import type { Reading, Side } from './reading.js';
import type { Figure, StatisticsStore } from './store.js';

/** A figure and the same one at an earlier time. */
export interface Change {
  readonly now: Figure;
  readonly before: Figure;
  readonly by: number;
}

/** The winner first where a winner is asked for; else as asked. */
export function inOrder(figures: readonly Figure[], reading: Reading, store: StatisticsStore): Figure[] {
  const { wants, groups } = reading;
  if (wants.change && groups) {
    const changed = changesOf(figures, reading, store).map(({ now }) => now);
    return [...changed, ...figures.filter((figure) => !changed.includes(figure))];
  }
  const way = extremeOf(figures, wants.extreme, store) ?? (groups || wants.ranking ? 'highest' : undefined);
  if (way === undefined || figures.length < 2 || !sameMeasure(figures)) return [...figures];
  const ordered = [...figures].sort((a, b) => (way === 'highest' ? b.number - a.number : a.number - b.number));
  const first = wants.second
    ? ordered.filter(({ number }) => number === secondOf(ordered))
    : groups && wants.beyond
      ? onSide(ordered, wants.beyond, lookBeside(ordered[0]!, reading, store).goals[0], store)
      : [];
  return [...first, ...ordered.filter((figure) => !first.includes(figure))];
}

/** "Vilka klarar målet?": those on the side asked for, whose figure stands large. */
export function onSide(
  figures: readonly Figure[],
  side: Side,
  goal: Figure | undefined,
  store: StatisticsStore,
): readonly Figure[] {
  if (!goal) return [];
  return figures.filter((figure) => {
    switch (side) {
      case 'above':
        return figure.number > goal.number;
      case 'below':
        return figure.number < goal.number;
      case 'at-or-above':
        return figure.number >= goal.number;
      case 'at-or-below':
        return figure.number <= goal.number;
      case 'meets':
      case 'misses':
        return holds(figure, goal, store) === (side === 'meets');
    }
  });
}

/** The number after the first one, which several may share. */
function secondOf(ordered: readonly Figure[]): number | undefined {
  return ordered.find(({ number }) => number !== ordered[0]!.number)?.number;
}

/** "Best" and "worst" by which direction is good for the measure. */
export function extremeOf(
  figures: readonly Figure[],
  extreme: Reading['wants']['extreme'],
  store: StatisticsStore,
): 'highest' | 'lowest' | undefined {
  if (extreme === undefined || extreme === 'highest' || extreme === 'lowest') return extreme;
  const { better } = store.measure(figures[0]!.observation.measure);
  if (better === undefined) return 'highest';
  return (extreme === 'best') === (better === 'higher') ? 'highest' : 'lowest';
}

export function sameMeasure(figures: readonly Figure[]): boolean {
  return figures.every(({ observation }) => observation.measure === figures[0]!.observation.measure);
}

/** The same measure of the same people, at whatever time and of whatever kind. */
export function isOfSame(a: Figure, b: Figure): boolean {
  return sameMeasure([a, b]) && samePopulation(a, b) && sameBreakdown(a, b);
}

/** Who lies exactly on a goal holds it; which side of it is good is the measure's. */
export function holds({ number }: Figure, goal: Figure, store: StatisticsStore): boolean {
  return store.measure(goal.observation.measure).better === 'lower' ? number <= goal.number : number >= goal.number;
}

/** How each of several changed, the greatest change in the asked direction first. */
export function changesOf(figures: readonly Figure[], reading: Reading, store: StatisticsStore): Change[] {
  return figures
    .flatMap((now) => {
      const { before } = lookBeside(now, reading, store);
      return before ? [{ now, before, by: now.number - before.number }] : [];
    })
    .sort((a, b) =>
      reading.wants.way === 'down'
        ? a.by - b.by
        : reading.wants.way === 'up'
          ? b.by - a.by
          : Math.abs(b.by) - Math.abs(a.by),
    );
}
