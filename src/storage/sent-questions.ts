import { z } from 'zod';
import { AppError } from '../errors.js';
import { stockholmDate } from '../calendar/index.js';
import type { SentQuestionStore } from '../feedback/index.js';
import { dateColumn } from './columns.js';
import { defineTable } from './define-table.js';
import { newestFirst } from './keys.js';
import type { Storage } from './table.js';

const schema = z.object({
  organisation: z.string(),
  openedAt: dateColumn,
  form: z.string(),
  personId: z.string(),
  question: z.string(),
  sentAt: dateColumn,
});
type Row = z.infer<typeof schema>;

const rowKey = ({ openedAt, personId, form }: Pick<Row, 'openedAt' | 'personId' | 'form'>) => [
  newestFirst(openedAt),
  personId,
  form,
];

export const sentQuestionsTable = defineTable<Row>({
  name: 'sentquestions',
  schema,
  keys: {
    serves:
      "HR's list of an organisation, newest first; and the question of one form, so that sending it twice keeps one. The person is " +
      "in the key, so that nobody reads another's question by its form",
    partition: (row) => [row.organisation],
    row: rowKey,
  },
  personKeys: ['personId'],
  retention: { keep: 'months', count: 12, from: 'sentAt' },
  onErase: { do: 'delete' },
});

export function openSentQuestions(storage: Storage): SentQuestionStore {
  const table = storage.table(sentQuestionsTable);
  return {
    async add(question) {
      try {
        await table.insert({ ...question });
        return {};
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'storage_conflict')) throw error;
        const found = await table.find([question.organisation], rowKey(question));
        return { earlier: found?.row };
      }
    },
    async *list({ organisation, from, to }) {
      for await (const { row } of table.list(organisation === undefined ? {} : { partition: [organisation] })) {
        const day = stockholmDate(row.sentAt);
        if (day >= from && day <= to) yield row;
      }
    },
  };
}
