import { z } from 'zod';
import type { DisposalStore } from '../privacy/index.js';
import { dateColumn } from './columns.js';
import { defineTable } from './define-table.js';
import { highestFirst } from './keys.js';
import type { Storage } from './table.js';

const schema = z.object({
  organisation: z.string(),
  n: z.number().int(),
  run: z.string(),
  at: dateColumn,
  table: z.string(),
  rows: z.number().int(),
  held: z.number().int(),
  isDone: z.boolean(),
  previous: z.string(),
  seal: z.string(),
  isKeyed: z.boolean(),
});
type Row = z.infer<typeof schema>;

export const disposalsTable = defineTable<Row>({
  name: 'disposals',
  schema,
  keys: {
    serves:
      'the disposal record of an organisation, its newest line first; a number is taken once, so the chain has no fork',
    partition: (row) => [row.organisation],
    row: (row) => [highestFirst(row.n)],
  },
  personKeys: [],
  retention: { keep: 'always', reason: 'the proof that disposal followed its decision is preserved' },
  onErase: { do: 'keep', reason: 'counts rows of tables; holds no person' },
});

/** The disposal record (gallringsprotokoll). */
export function openDisposals(storage: Storage): DisposalStore {
  const table = storage.table(disposalsTable);
  return {
    add: async (line) => void (await table.insert({ ...line })),
    async *list(organisation) {
      for await (const { row } of table.list(organisation === undefined ? {} : { partition: [organisation] }))
        yield row;
    },
  };
}
