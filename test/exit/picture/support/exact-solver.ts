/** Whether sums follow from others, in exact fractions: slow, and another way than the bot's own. */
export function followsFrom(known: readonly (readonly number[])[]): (wanted: readonly number[]) => boolean {
  const basis: { pivot: number; row: bigint[] }[] = [];
  const reduce = (row: bigint[]): bigint[] => {
    let rest = row;
    for (const { pivot, row: own } of basis) {
      const [a, b] = [rest[pivot]!, own[pivot]!];
      if (a !== 0n) rest = shortened(rest.map((value, at) => value * b - own[at]! * a));
    }
    return rest;
  };
  for (const row of known) {
    const rest = reduce(row.map((value) => BigInt(value)));
    const pivot = rest.findIndex((value) => value !== 0n);
    if (pivot >= 0) basis.push({ pivot, row: rest });
  }
  return (wanted) => reduce(wanted.map((value) => BigInt(value))).every((value) => value === 0n);
}

function shortened(row: bigint[]): bigint[] {
  const divisor = row.reduce((found, value) => common(found, value < 0n ? -value : value), 0n);
  return divisor > 1n ? row.map((value) => value / divisor) : row;
}

function common(a: bigint, b: bigint): bigint {
  return b === 0n ? a : common(b, a % b);
}
