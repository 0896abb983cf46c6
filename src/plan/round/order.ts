import type { RoundItem } from './item.js';

/** By plan and place in it. Sorting is stable, so the answers about one item stay oldest first. */
export function inPlanOrder(
  one: Pick<RoundItem, 'plan' | 'position' | 'key'>,
  other: Pick<RoundItem, 'plan' | 'position' | 'key'>,
): number {
  return inCodeOrder(one.plan, other.plan) || one.position - other.position || inCodeOrder(one.key, other.key);
}

/** As storage orders keys: the same on every machine, whatever its language. */
export function inCodeOrder(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
