import { z } from 'zod';
import type { DraftStore } from '../broadcast/index.js';
import { dateColumn, jsonColumn } from './columns.js';
import { defineTable } from './define-table.js';
import type { Storage } from './table.js';

const schema = z.object({
  organisation: z.string(),
  /** Which form it is: its feature knows the shape of the values. */
  kind: z.string(),
  form: z.string(),
  createdBy: z.string(),
  openedAt: dateColumn,
  values: jsonColumn(z.record(z.unknown())),
});
type Row = z.infer<typeof schema>;

export const draftsTable = defineTable<Row>({
  name: 'drafts',
  schema,
  keys: {
    serves: 'the one draft of a form, from its rehearsal to its sending',
    partition: (row) => [row.organisation, row.kind],
    row: (row) => [row.form],
  },
  personKeys: ['createdBy'],
  mentions: ['values'],
  retention: { keep: 'days', count: 30, from: 'openedAt' },
  onErase: { do: 'delete' },
});

/** The drafts of one kind of form, whose values have the shape of `values`. */
export function openDrafts<Values extends object>(
  storage: Storage,
  kind: string,
  values: z.ZodType<Values, z.ZodTypeDef, unknown>,
): DraftStore<Values> {
  const table = storage.table(draftsTable);
  return {
    async save(draft) {
      await table.upsert({ ...draft, kind, values: Object.fromEntries(Object.entries(draft.values)) });
    },
    async find(organisation, form) {
      const found = await table.find([organisation, kind], [form]);
      if (!found) return undefined;
      const { kind: _, ...draft } = found.row;
      return { ...draft, values: values.parse(draft.values) };
    },
    remove: (organisation, form) => table.remove([organisation, kind], [form]),
  };
}
