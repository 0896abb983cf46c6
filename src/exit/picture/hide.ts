import { boundsOf, type Equation } from './bounds.js';
import { determined } from './solve.js';

/** How often each option was chosen in one group. The last group of a table may be the rest: all those whose own figures are not shown. */
export interface CountRow {
  readonly name: string;
  readonly cells: readonly number[];
  /** Nothing of it is shown; it must not be found by subtraction either. */
  readonly isRest: boolean;
}

/** Which counts may be shown: of all together, and of each row; nothing of the rest. */
export interface Shown {
  readonly whole: readonly boolean[];
  readonly rows: readonly (readonly boolean[])[];
}

/** A table while it is worked on: row 0 is the whole, the others are its groups. Unknowns are numbered row by row. */
interface Table {
  readonly counts: readonly (readonly number[])[];
  readonly shown: readonly boolean[][];
  readonly columns: number;
}

/**
 * Hides counts until none that is smaller than `least` can be found: neither by adding and subtracting what is shown in any
 * number of steps, nor because counts are never negative, nor, in the table of one group, by who knows this rule. Nor is there a
 * small count of all those together whose own is not shown. That each row's total
 * and the whole's are known is taken for granted. What is hidden besides is chosen by its place, never by its size.
 */
export function hideSmall(rows: readonly CountRow[], least: number): Shown {
  const columns = rows[0]?.cells.length ?? 0;
  const whole = Array.from({ length: columns }, (_, c) => sum(rows.map(({ cells }) => cells[c]!)));
  const table: Table = {
    columns,
    counts: [whole, ...rows.map(({ cells }) => cells)],
    shown: [
      whole.map((count) => count >= least),
      ...rows.map(({ cells, isRest }) => cells.map((count) => !isRest && count >= least)),
    ],
  };
  for (let place = findLeak(table, least); place; place = findLeak(table, least)) if (!hideBeside(table, place)) break;
  const [shownWhole, ...shownRows] = table.shown;
  return { whole: shownWhole!, rows: shownRows };
}

interface Place {
  readonly r: number;
  readonly c: number;
  /** It is the count of all those together whose own is not shown. */
  readonly isRest?: true;
}

/** Where a small count can be found, or nearly so; undefined when there is no such place. */
function findLeak(table: Table, least: number): Place | undefined {
  return findBareLine(table, least) ?? findSmallRest(table, least) ?? findKnown(table, least);
}

/** An option of which all is shown, and so by subtraction how many of those whose own counts are not shown chose it: too few. */
function findSmallRest({ counts, shown, columns }: Table, least: number): Place | undefined {
  for (let c = 0; c < columns; c++) {
    const hidden = counts.slice(1).filter((_, r) => !shown[r + 1]![c]);
    if (shown[0]![c] && hidden.length > 0 && sum(hidden.map((cells) => cells[c]!)) < least)
      return { r: 0, c, isRest: true };
  }
  return undefined;
}

/**
 * A row whose hidden counts say too much to those who know the rule: one alone, small ones without a large one among them, which
 * can only be so small, or all of them together no more than the smallest large one.
 */
function findBareLine({ counts, shown }: Table, least: number): Place | undefined {
  const at = counts.findIndex((cells, r) => {
    const hidden = cells.filter((_, c) => !shown[r]![c]);
    const isNothingShown = !shown[r]!.includes(true);
    if (hidden.length === 0 || isNothingShown) return false;
    return hidden.length === 1 || sum(hidden) <= least || hidden.every((count) => count < least);
  });
  return at < 0 ? undefined : { r: at, c: 0 };
}

/** A small count that follows from what is shown. */
function findKnown({ counts, shown, columns }: Table, least: number): Place | undefined {
  const number = (r: number, c: number) => r * columns + c;
  const groups = counts.slice(1).map((_, r) => r + 1);
  const everyColumn = Array.from({ length: columns }, (_, c) => c);
  const equations: Equation[] = [
    ...counts.map((cells, r) => ({ unknowns: everyColumn.map((c) => number(r, c)), total: sum(cells) })),
    ...counts.flatMap((cells, r) =>
      cells.flatMap((count, c) => (shown[r]![c] ? [{ unknowns: [number(r, c)], total: count }] : [])),
    ),
  ];
  const sums = everyColumn.map((c) => ({ whole: number(0, c), parts: groups.map((r) => number(r, c)) }));
  const small = counts.flatMap((cells, r) => cells.flatMap((count, c) => (count < least ? [{ r, c }] : [])));
  const size = counts.length * columns;
  const unit = (plus: readonly number[], minus: readonly number[] = []) =>
    Array.from({ length: size }, (_, at) => (plus.includes(at) ? 1 : 0) - (minus.includes(at) ? 1 : 0));
  const found = determined(
    [...equations.map(({ unknowns }) => unit(unknowns)), ...sums.map(({ whole, parts }) => unit(parts, [whole]))],
    small.map(({ r, c }) => unit([number(r, c)])),
  );
  const bySubtraction = small.find((_, at) => found[at]);
  if (bySubtraction) return bySubtraction;
  // The groups' counts alone: what is known of the whole's is a sum of theirs.
  const known = sums.flatMap(({ whole, parts }, c) =>
    shown[0]![c] ? [{ unknowns: parts, total: counts[0]![whole]! }] : [],
  );
  const bounds = boundsOf(size, [...equations.filter(({ unknowns }) => unknowns[0]! >= columns), ...known]);
  return small.find(({ r, c }) => {
    const [low, high] =
      r > 0
        ? bounds[number(r, c)]!
        : ([0, 1].map((end) => sum(sums[c]!.parts.map((part) => bounds[part]![end as 0 | 1]))) as [number, number]);
    return low === high;
  });
}

/**
 * Hides one more count, from the last option on, since the first ones say most: of a group in its own row, else another's of the
 * option, else the whole's of it, which is what people want to know; of the whole in its row.
 */
function hideBeside({ shown }: Table, { r, c, isRest }: Place): boolean {
  const [whole, ...groups] = shown as [boolean[], ...boolean[][]];
  const hideLast = (line: boolean[]) => hideAt(line, line.lastIndexOf(true));
  if (isRest) return groups.some((line) => hideAt(line, c)) || hideAt(whole, c);
  if (r === 0) return hideLast(whole) || groups.some(hideLast);
  return hideLast(shown[r]!) || groups.some((line) => hideAt(line, c)) || hideAt(whole, c) || shown.some(hideLast);
}

function hideAt(line: boolean[], at: number): boolean {
  if (!line[at]) return false;
  line[at] = false;
  return true;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
