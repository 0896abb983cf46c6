import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountRow, hideSmall, type Shown } from '../../../src/exit/picture/hide.js';
import { determined } from '../../../src/exit/picture/solve.js';

const LEAST = 3;

/** Every way to write `total` as a sum of `parts` counts. */
function ways(total: number, parts: number): number[][] {
  if (parts === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, first) => first).flatMap((first) =>
    ways(total - first, parts - 1).map((rest) => [first, ...rest]),
  );
}

const rowsOf = (table: readonly (readonly number[])[], hasRest: boolean): CountRow[] =>
  table.map((cells, r) => ({ name: String(r), cells, isRest: hasRest && r === table.length - 1 }));

/** All that somebody sees of a table: totals, and the counts that are shown. */
function seen(table: readonly (readonly number[])[], shown: Shown): string {
  const whole = table[0]!.map((_, c) => table.reduce((sum, cells) => sum + cells[c]!, 0));
  return JSON.stringify([
    table.map((cells) => cells.reduce((sum, count) => sum + count, 0)),
    whole.map((count, c) => (shown.whole[c] ? count : '')),
    table.map((cells, r) => cells.map((count, c) => (shown.rows[r]![c] ? count : ''))),
  ]);
}

describe('determined', () => {
  it('finds what three sums tell and no two of them do', () => {
    // a+b, b+c and c+a: half of their sum less b+c is a.
    expect(
      determined(
        [
          [1, 1, 0],
          [0, 1, 1],
          [1, 0, 1],
        ],
        [[1, 0, 0]],
      ),
    ).toEqual([true]);
    expect(
      determined(
        [
          [1, 1, 0],
          [0, 1, 1],
        ],
        [
          [1, 0, 0],
          [1, 2, 1],
          [1, 0, -1],
        ],
      ),
    ).toEqual([false, true, true]);
    expect(determined([], [[1], [0]])).toEqual([false, true]);
  });
});

describe('hideSmall', () => {
  it('shows everything when nothing is small, and what is small not at all', () => {
    expect(hideSmall([{ name: 'a', cells: [5, 4, 3], isRest: false }], LEAST).whole).toEqual([true, true, true]);
    const one = hideSmall([{ name: 'a', cells: [9, 2, 6], isRest: false }], LEAST);
    expect(one.whole).toEqual([true, false, false]);
  });

  it('hides a second count that would be found by subtraction, and does not choose it by its size', () => {
    const { whole } = hideSmall([{ name: 'a', cells: [30, 1, 4, 5], isRest: true }], LEAST);
    expect(whole).toEqual([true, false, true, false]);
  });

  it('tells no small count of one group, even to those who know the rule', () => {
    for (let options = 2; options <= 5; options++)
      for (let total = 5; total <= (options > 4 ? 10 : 14); total++) {
        const alike = new Map<string, number[][]>();
        for (const cells of ways(total, options)) {
          const key = seen([cells], hideSmall(rowsOf([cells], true), LEAST));
          alike.set(key, [...(alike.get(key) ?? []), cells]);
        }
        for (const [key, tables] of alike)
          tables[0]!.forEach((_, c) => {
            const values = new Set(tables.map((cells) => cells[c]!));
            const isSecret = [...values].some((value) => value < LEAST);
            if (isSecret) expect(values.size, `${key} option ${c}`).toBeGreaterThan(1);
          });
      }
  });

  it('tells no small count of any of several groups, whichever of the sums one adds and subtracts', () => {
    const row = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 });
    const tables = fc
      .array(row, { minLength: 2, maxLength: 3 })
      .filter((table) => table.every((cells) => cells.reduce((sum, count) => sum + count, 0) >= 5));
    fc.assert(
      fc.property(tables, fc.boolean(), (table, hasRest) => {
        const shown = hideSmall(rowsOf(table, hasRest), LEAST);
        const key = seen(table, shown);
        // Of each row, those with its total and the counts of it that are shown.
        const fitting = table.map((cells, r) =>
          ways(
            cells.reduce((sum, count) => sum + count, 0),
            3,
          ).filter((other) => other.every((count, c) => !shown.rows[r]![c] || count === cells[c])),
        );
        // Every table that fits what is shown: what a patient attacker, who also knows that no count is negative, can find out.
        const same = combinations(fitting).filter((other) => seen(other, shown) === key);
        const whole = (cells: readonly (readonly number[])[], c: number) =>
          cells.reduce((sum, one) => sum + one[c]!, 0);
        for (let c = 0; c < 3; c++) {
          const rest = table.filter((_, r) => !shown.rows[r]![c]);
          if (rest.length > 0 && whole(rest, c) < LEAST) {
            const restOf = (other: readonly (readonly number[])[]) => other.filter((_, r) => !shown.rows[r]![c]);
            expect(new Set(same.map((other) => whole(restOf(other), c))).size, 'of the rest').toBeGreaterThan(1);
          }
          if (whole(table, c) < LEAST) expect(new Set(same.map((other) => whole(other, c))).size).toBeGreaterThan(1);
          table.forEach((cells, r) => {
            if (cells[c]! < LEAST) expect(new Set(same.map((other) => other[r]![c])).size).toBeGreaterThan(1);
          });
        }
      }),
      { numRuns: 100 },
    );
  });
});

function combinations<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((found, list) => found.flatMap((one) => list.map((item) => [...one, item])), [[]]);
}
