import { z } from 'zod';
import type { LimitsStore } from '../exit/index.js';
import { ALL_ORGANISATIONS } from './all-organisations.js';
import { dateColumn } from './columns.js';
import { defineTable } from './define-table.js';
import type { Storage } from './table.js';

const schema = z.object({
  organisation: z.literal(ALL_ORGANISATIONS),
  group: z.number().int(),
  breakdown: z.number().int(),
  cell: z.number().int(),
  since: dateColumn,
});
type Row = z.infer<typeof schema>;

export const surveyLimitsTable = defineTable<Row>({
  name: 'surveylimits',
  schema,
  keys: {
    serves: 'the thresholds of the exit survey that were set when a process last looked: one row',
    partition: (row) => [row.organisation],
    row: () => ['limits'],
  },
  personKeys: [],
  retention: { keep: 'while-current', reason: 'what the next start is compared with, to note a change in the audit' },
  onErase: { do: 'keep', reason: 'holds no person' },
});

export function openSurveyLimits(storage: Storage): LimitsStore {
  const table = storage.table(surveyLimitsTable);
  return {
    find: async () => (await table.find([ALL_ORGANISATIONS], ['limits']))?.row,
    save: async (limits, since) => void (await table.upsert({ organisation: ALL_ORGANISATIONS, ...limits, since })),
  };
}
