import type { RoundItem, UnitRef } from '../plan/index.js';

type Placed = Pick<RoundItem, 'plan' | 'position' | 'key'>;

/** By plan and place in it. Sorting is stable, so the answers about one item stay oldest first. */
export function inPlanOrder(one: Placed, other: Placed): number {
  return compare(one.plan, other.plan) || one.position - other.position || compare(one.key, other.key);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** The rows of a round as lists of one unit each. Keeps one unit in memory: at most 500 items and what was said of them. */
export async function* unitByUnit<Row extends UnitRef>(
  rows: AsyncIterable<{ readonly row: Row }>,
): AsyncIterable<Row[]> {
  let unit: Row[] = [];
  for await (const { row } of rows) {
    if (unit[0] && !isSameUnit(unit[0], row)) {
      yield unit;
      unit = [];
    }
    unit.push(row);
  }
  if (unit.length > 0) yield unit;
}

export function isSameUnit(one: UnitRef, other: UnitRef): boolean {
  const parts = ['organisation', 'round', 'department', 'unit'] as const;
  return parts.every((part) => one[part] === other[part]);
}
