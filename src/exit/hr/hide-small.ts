import type { ProcessCounts } from './process.js';

/** Counts below this are not told of a department (domain page 2.3). */
export const SMALLEST_TOLD = 5;

export const TOLD = ['exits', 'talks', 'offered', 'held', 'declined', 'notHeld', 'notNoted', 'onTime'] as const;
export type Told = (typeof TOLD)[number];

/** Outcomes of a conversation add up to the conversations. */
const OUTCOMES: readonly Told[] = ['held', 'declined', 'notHeld', 'notNoted'];
/** What a count is a part of. */
const WHOLE: Readonly<Partial<Record<Told, Told>>> = {
  talks: 'exits',
  onTime: 'exits',
  offered: 'talks',
  held: 'talks',
  declined: 'talks',
  notHeld: 'talks',
  notNoted: 'talks',
};

/** A number, `small` (below five) or `hidden` (it would give a small one away). */
export type Cell = number | 'small' | 'hidden';
export type CellRow = Readonly<Record<Told, Cell>>;

/**
 * What may be told of each department beside the totals of all: no count below five, no rest below five, and where one single cell
 * of a sum is left out, the next smallest with it (complementary suppression). Pure.
 */
export function hideSmall(rows: readonly ProcessCounts[]): CellRow[] {
  const cells = rows.map((row) => Object.fromEntries(TOLD.map((name) => [name, firstLook(row, name)]))) as Record<
    Told,
    Cell
  >[];
  /** Leaves out one more of these cells when just one is left out; says whether it did. */
  const protect = (places: readonly (readonly [number, Told])[]): boolean => {
    const shown = places.filter(([row, name]) => typeof cells[row]![name] === 'number');
    if (places.length - shown.length !== 1 || shown.length === 0) return false;
    const [row, name] = shown.reduce((least, place) => (valueAt(place) < valueAt(least) ? place : least));
    cells[row]![name] = 'hidden';
    return true;
  };
  const valueAt = ([row, name]: readonly [number, Told]) => rows[row]![name];
  const byColumn = () => TOLD.map((name) => protect(rows.map((_row, at) => [at, name] as const)));
  const byRow = () => rows.map((_row, at) => protect(OUTCOMES.map((name) => [at, name] as const)));
  // Each round leaves out one cell more at least, so it ends.
  while ([...byColumn(), ...byRow()].some(Boolean));
  return cells;
}

function firstLook(row: ProcessCounts, name: Told): Cell {
  const value = row[name];
  if (value < SMALLEST_TOLD) return 'small';
  const whole = WHOLE[name];
  const rest = whole === undefined ? 0 : row[whole] - value;
  return rest > 0 && rest < SMALLEST_TOLD ? 'hidden' : value;
}
