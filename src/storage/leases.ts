import { z } from 'zod';
import type { LeaseStore } from '../jobs/index.js';
import { ALL_ORGANISATIONS } from './all-organisations.js';
import { dateColumn } from './columns.js';
import { defineTable } from './define-table.js';
import type { Storage } from './table.js';

const schema = z.object({
  organisation: z.literal(ALL_ORGANISATIONS),
  name: z.string(),
  holder: z.string(),
  until: dateColumn,
});
type Row = z.infer<typeof schema>;

export const leasesTable = defineTable<Row>({
  name: 'leases',
  schema,
  keys: {
    serves: 'the one lease of a name, which all processes of the bot compete for',
    partition: (row) => [row.organisation],
    row: (row) => [row.name],
  },
  personKeys: [],
  retention: { keep: 'while-current', reason: 'one row a name, written over by each holder' },
  onErase: { do: 'keep', reason: 'names processes, no person' },
});

export function openLeases(storage: Storage): LeaseStore {
  const table = storage.table(leasesTable);
  return {
    async find(name) {
      const found = await table.find([ALL_ORGANISATIONS], [name]);
      return found && { lease: found.row, version: found.version };
    },
    async save({ name, holder, until }, before) {
      const row: Row = { organisation: ALL_ORGANISATIONS, name, holder, until };
      await (before ? table.update(row, before.version) : table.insert(row));
    },
  };
}
