import { z } from 'zod';
import { ANSWER_KINDS } from '../ask/index.js';
import type { QuestionCountStore } from '../feedback/index.js';
import { dayColumn, fromDay, monthsOf, toDay } from './day.js';
import { defineTable } from './define-table.js';
import type { Storage } from './table.js';

const schema = z.object({
  organisation: z.string(),
  day: dayColumn,
  kind: z.enum(ANSWER_KINDS),
  subject: z.string(),
  run: z.string(),
  count: z.number().int(),
});
type Row = z.infer<typeof schema>;

const monthOf = (day: Date) => toDay(day).slice(0, 7);
const BATCH = 100;

export const questionCountsTable = defineTable<Row>({
  name: 'questioncounts',
  schema,
  keys: {
    serves: "one run's total of a day, kind and subject, written over; and a month of an organisation for the report",
    partition: (row) => [row.organisation, monthOf(row.day)],
    row: (row) => [toDay(row.day), row.kind, row.subject, row.run],
  },
  personKeys: [],
  retention: { keep: 'months', count: 24, from: 'day' },
  onErase: { do: 'keep', reason: 'holds no person and no text: only how many' },
});

export function openQuestionCounts(storage: Storage): QuestionCountStore {
  const table = storage.table(questionCountsTable);
  return {
    async save(counts) {
      for (const rows of byPartition(counts.map((count) => ({ ...count, day: fromDay(count.day) }))))
        for (let start = 0; start < rows.length; start += BATCH)
          await table.transact(rows.slice(start, start + BATCH).map((row) => ({ upsert: row })));
    },
    async *list({ organisation, from, to }) {
      const partitions =
        organisation === undefined
          ? [undefined]
          : monthsOf(from, to).map((month) => ({ partition: [organisation, month] }));
      for (const partition of partitions)
        for await (const { row } of table.list(partition)) {
          const count = { ...row, day: toDay(row.day) };
          if (count.day >= from && count.day <= to) yield count;
        }
    },
  };
}

function byPartition(rows: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = questionCountsTable.keys.partition(row).join('\n');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}
