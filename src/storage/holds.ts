import { z } from 'zod';
import type { HoldStore } from '../privacy/index.js';
import { dateColumn } from './columns.js';
import { defineTable } from './define-table.js';
import type { Storage } from './table.js';

const schema = z.object({ organisation: z.string(), case: z.string(), reference: z.string(), at: dateColumn });
type Row = z.infer<typeof schema>;

export const holdsTable = defineTable<Row>({
  name: 'holds',
  schema,
  keys: {
    serves: 'the cases of an organisation that somebody has asked for, read as a whole by each purge',
    partition: (row) => [row.organisation],
    row: (row) => [row.case],
  },
  personKeys: [],
  retention: { keep: 'while-current', reason: 'until the request is answered and the hold released' },
  onErase: { do: 'keep', reason: 'names a case and a number of the diary, no person' },
});

/** Which cases the purge must leave alone. */
export function openHolds(storage: Storage): HoldStore {
  const table = storage.table(holdsTable);
  return {
    async *list() {
      for await (const { row } of table.list()) yield row;
    },
    set: async (hold) => void (await table.upsert({ ...hold })),
    async release(organisation, id) {
      const found = await table.find([organisation], [id]);
      await table.remove([organisation], [id]);
      return found !== undefined;
    },
  };
}
