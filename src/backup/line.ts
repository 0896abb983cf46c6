import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { RawRow } from './raw-table.js';

const value = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.object({ type: z.string().min(1), value: z.string() }).strict(),
]);
const rowSchema = z
  .object({ partitionKey: z.string(), rowKey: z.string(), columns: z.record(z.string(), value) })
  .strict();

/** For JSON part of a text, but for readers of lines their ends. */
const LINE_ENDS = /[\u2028\u2029]/g;

/** One row as one line of JSON, its columns in the order of their names: the same row is always the same line. */
export function toLine({ partitionKey, rowKey, columns }: RawRow): string {
  const sorted = Object.entries(columns).sort(([a], [b]) => (a < b ? -1 : 1));
  const json = JSON.stringify({ partitionKey, rowKey, columns: Object.fromEntries(sorted) });
  return json.replace(LINE_ENDS, (end) => `\\u${end.charCodeAt(0).toString(16)}`);
}

/** The row of a line; undefined when it is none. */
export function fromLine(line: string): RawRow | undefined {
  try {
    const parsed = rowSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** How many lines went through, and what they hash to with a line feed after each: SHA-256, in hexadecimal. */
export interface Sum {
  readonly rows: number;
  readonly sha256: string;
}

/** Counts and hashes lines as they go by. */
export function createSum(): { add(line: string): void; readonly rows: number; sum(): Sum } {
  const hash = createHash('sha256');
  let rows = 0;
  return {
    add(line) {
      rows += 1;
      hash.update(line).update('\n');
    },
    get rows() {
      return rows;
    },
    sum: () => ({ rows, sha256: hash.copy().digest('hex') }),
  };
}
