import { z } from 'zod';
import { type DraftStore, draftValuesSchema } from '../broadcast/index.js';
import { dateColumn, jsonColumn } from './columns.js';
import { defineTable } from './define-table.js';
import type { Storage } from './table.js';

const schema = z.object({
  organisation: z.string(),
  form: z.string(),
  createdBy: z.string(),
  openedAt: dateColumn,
  values: jsonColumn(draftValuesSchema),
});
type Row = z.infer<typeof schema>;

export const broadcastDraftsTable = defineTable<Row>({
  name: 'broadcastdrafts',
  schema,
  keys: {
    serves: 'the one draft of a form, from its rehearsal to its sending',
    partition: (row) => [row.organisation],
    row: (row) => [row.form],
  },
  personKeys: ['createdBy'],
  retention: { keep: 'days', count: 30, from: 'openedAt' },
  onErase: { do: 'delete' },
});

export function openBroadcastDrafts(storage: Storage): DraftStore {
  const table = storage.table(broadcastDraftsTable);
  return {
    async save(draft) {
      await table.upsert({ ...draft });
    },
    find: async (organisation, form) => (await table.find([organisation], [form]))?.row,
    remove: (organisation, form) => table.remove([organisation], [form]),
  };
}
