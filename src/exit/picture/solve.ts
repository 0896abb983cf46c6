/** A prime whose products stay exact in a double: what holds modulo it for rows of zeros and ones holds. */
const PRIME = 94_906_249;

/**
 * Which of `wanted` follow from the equations by adding and subtracting them: every way there is, not pairs alone. A row of
 * `equations` or `wanted` says how often each unknown is counted in a sum that somebody knows, or wants to know.
 */
export function determined(
  equations: readonly (readonly number[])[],
  wanted: readonly (readonly number[])[],
): readonly boolean[] {
  const basis = basisOf(equations);
  return wanted.map((row) => reduce(row.map(modulo), basis).every((value) => value === 0));
}

interface Pivoted {
  readonly pivot: number;
  readonly row: readonly number[];
}

function basisOf(rows: readonly (readonly number[])[]): readonly Pivoted[] {
  const basis: Pivoted[] = [];
  for (const row of rows) {
    const rest = reduce(row.map(modulo), basis);
    const pivot = rest.findIndex((value) => value !== 0);
    if (pivot < 0) continue;
    const inverse = power(rest[pivot]!, PRIME - 2);
    basis.push({ pivot, row: rest.map((value) => (value * inverse) % PRIME) });
  }
  return basis;
}

/** What is left of a row when all that the basis can make of it is taken away. */
function reduce(row: readonly number[], basis: readonly Pivoted[]): readonly number[] {
  let rest = row;
  for (const one of basis) {
    const times = rest[one.pivot]!;
    if (times !== 0) rest = rest.map((value, at) => modulo(value - ((times * one.row[at]!) % PRIME)));
  }
  return rest;
}

function modulo(value: number): number {
  return ((value % PRIME) + PRIME) % PRIME;
}

function power(base: number, exponent: number): number {
  let [result, square] = [1, base];
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}
