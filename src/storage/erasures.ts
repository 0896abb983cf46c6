import { z } from 'zod';
import type { ErasureStore } from '../privacy/index.js';
import { ALL_ORGANISATIONS } from './all-organisations.js';
import { dateColumn } from './columns.js';
import { defineTable } from './define-table.js';
import type { Storage } from './table.js';

const schema = z.object({
  organisation: z.literal(ALL_ORGANISATIONS),
  id: z.string(),
  /** Of the person's id: a restored back-up is searched for whom it names. */
  hash: z.string(),
  pseudonym: z.string(),
  startedAt: dateColumn,
  endedAt: dateColumn.optional(),
  // Only while it is under way, so that it can be gone on with.
  person: z.string().optional(),
  email: z.string().optional(),
  name: z.string().optional(),
  of: z.string().optional(),
});
type Row = z.infer<typeof schema>;

export const erasuresTable = defineTable<Row>({
  name: 'erasures',
  schema,
  keys: {
    serves: 'all erasures, a handful: which are under way, and which a restored back-up must go through again',
    partition: (row) => [row.organisation],
    row: (row) => [row.id],
  },
  personKeys: ['person'],
  mentions: ['email', 'name'],
  retention: { keep: 'always', reason: 'a restored back-up goes through all of them again; holds a hash, no person' },
  onErase: { do: 'keep', reason: 'an erasure under way needs to know whom it erases, and forgets it at its end' },
});

export function openErasures(storage: Storage): ErasureStore {
  const table = storage.table(erasuresTable);
  return {
    async *list() {
      for await (const { row } of table.list({ partition: [ALL_ORGANISATIONS] })) yield row;
    },
    remove: (id) => table.remove([ALL_ORGANISATIONS], [id]),
    save: async (erasure) => void (await table.upsert({ organisation: ALL_ORGANISATIONS, ...erasure })),
  };
}
