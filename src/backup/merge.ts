import { fromLine, toLine } from './line.js';
import type { RawRow } from './raw-table.js';

/** A row of a back-up, of an account, or of both: `missing` in the account, `strange` to the back-up (or another there), or the same. */
export type Compared =
  { readonly kind: 'missing'; readonly row: RawRow; readonly signs: number } | { readonly kind: 'same' | 'strange' };

/**
 * Goes through a table's lines of a back-up and its rows of an account at once, holding one of each. Both come in key order, as the service
 * lists them. Lines that are no rows are passed over: verifyFiles tells of them.
 */
export async function* merge(lines: AsyncIterable<string>, rows: AsyncIterable<RawRow>): AsyncGenerator<Compared> {
  const account = rows[Symbol.asyncIterator]();
  const next = async (): Promise<RawRow | undefined> => {
    const result = await account.next();
    return result.done ? undefined : result.value;
  };
  let there = await next();
  for await (const line of lines) {
    const row = fromLine(line);
    if (!row) continue;
    for (; there && compare(there, row) < 0; there = await next()) yield { kind: 'strange' };
    if (!there || compare(there, row) > 0) yield { kind: 'missing', row, signs: line.length };
    else {
      yield { kind: toLine(there) === line ? 'same' : 'strange' };
      there = await next();
    }
  }
  for (; there; there = await next()) yield { kind: 'strange' };
}

function compare(one: RawRow, other: RawRow): number {
  return order(one.partitionKey, other.partitionKey) || order(one.rowKey, other.rowKey);
}

function order(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
