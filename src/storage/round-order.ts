import type { UnitRef } from '../plan/index.js';

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
