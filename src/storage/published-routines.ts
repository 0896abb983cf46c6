import { z } from 'zod';
import { PHASES } from '../ask/index.js';
import type { Publication, PublishedStore } from '../publishing/index.js';
import { dateColumn, jsonColumn } from './columns.js';
import { defineTable } from './define-table.js';
import type { Storage } from './table.js';

const schema = z.object({
  organisation: z.string(),
  id: z.string(),
  version: z.number().int().positive(),
  title: z.string(),
  questions: jsonColumn(z.array(z.string())),
  text: z.string(),
  phase: z.enum(PHASES),
  department: z.string().optional(),
  by: z.string(),
  publishedAt: dateColumn,
  isWithdrawn: z.boolean(),
});
type Row = z.infer<typeof schema>;

export const publishedRoutinesTable = defineTable<Row>({
  name: 'publishedroutines',
  schema,
  keys: {
    serves: 'what is published now, read every few seconds as a whole by each process; and one by its id',
    partition: (row) => [row.organisation],
    row: (row) => [row.id],
  },
  personKeys: ['by'],
  mentions: ['title', 'questions', 'text'],
  retention: [
    { keep: 'while-current', reason: "the organisation's own knowledge, until HR withdraws it" },
    {
      keep: 'months',
      count: 24,
      from: 'publishedAt',
      only: { is: ({ isWithdrawn }) => isWithdrawn, those: 'withdrawn ones, from their withdrawal' },
    },
  ],
  onErase: { do: 'pseudonymise' },
});

export const publishedVersionsTable = defineTable<Row>({
  name: 'publishedversions',
  schema,
  keys: {
    serves: 'the earlier versions of one published answer, oldest first',
    partition: (row) => [row.organisation, row.id],
    row: (row) => [String(row.version).padStart(6, '0')],
  },
  personKeys: ['by'],
  mentions: ['title', 'questions', 'text'],
  retention: { keep: 'months', count: 24, from: 'publishedAt' },
  onErase: { do: 'pseudonymise' },
});

/** Published answers in storage; see PublishedStore for what holds when a write is cut off. */
export function openPublished(storage: Storage): PublishedStore {
  const newest = storage.table(publishedRoutinesTable);
  const versions = storage.table(publishedVersionsTable);
  return {
    async *list(organisation) {
      for await (const { row } of newest.list(organisation === undefined ? {} : { partition: [organisation] }))
        yield row;
    },
    async find(organisation, id) {
      const found = await newest.find([organisation], [id]);
      return found && { publication: found.row, etag: found.version };
    },
    async save(next, before) {
      if (!before) return void (await newest.insert(toRow(next)));
      await versions.upsert(toRow(before.publication));
      await newest.update(toRow(next), before.etag);
    },
    async *earlier(organisation, id) {
      for await (const { row } of versions.list({ partition: [organisation, id] })) yield row;
    },
  };
}

function toRow(publication: Publication): Row {
  return { ...publication, questions: [...publication.questions] };
}
