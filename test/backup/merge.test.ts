import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toLine } from '../../src/backup/line.js';
import { merge } from '../../src/backup/merge.js';
import type { RawRow } from '../../src/backup/index.js';

async function* each<T>(all: readonly T[]) {
  yield* all;
}
const keyOf = ({ partitionKey, rowKey }: RawRow) => `${partitionKey}\n${rowKey}`;
/** In the order of the service: by partition, then by row. */
const sorted = (rows: readonly RawRow[]) =>
  [...new Map(rows.map((row) => [keyOf(row), row])).values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
const key = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const rows = fc.array(fc.record({ partitionKey: key, rowKey: key, columns: fc.record({ n: fc.constantFrom(1, 2) }) }), {
  maxLength: 20,
});

it('finds of any two tables what is missing, the same and strange', async () => {
  await fc.assert(
    fc.asyncProperty(rows, rows, async (some, others) => {
      const [copy, account] = [sorted(some), sorted(others)];
      const found: Record<string, number> = { missing: 0, same: 0, strange: 0 };
      for await (const { kind } of merge(each(copy.map(toLine)), each(account))) found[kind]! += 1;
      const [inCopy, inAccount] = [new Map(copy.map((row) => [keyOf(row), toLine(row)])), new Set(account.map(keyOf))];
      const same = account.filter((row) => inCopy.get(keyOf(row)) === toLine(row)).length;
      const missing = copy.filter((row) => !inAccount.has(keyOf(row))).length;
      expect(found).toEqual({ missing, same, strange: account.length - same });
    }),
    { numRuns: 200 },
  );
});
