import { z } from 'zod';
import { type CaseStore, type ExitCase, exitCaseSchema } from '../exit/index.js';
import { dateColumn } from './columns.js';
import { defineTable } from './define-table.js';
import { insertOnce } from './insert-once.js';
import { newestFirst } from './keys.js';
import { longColumns } from './long-columns.js';
import type { Storage } from './table.js';

/** What people said of items, handover and conversation: 35 items with comments and 40 handovers fill some 80,000 signs. */
const content = longColumns('content', 6);

const rowSchema = exitCaseSchema
  .omit({ traits: true, ticks: true, handover: true, talk: true })
  .extend({
    ...content.shape,
    createdAt: dateColumn,
    sentAt: dateColumn.optional(),
    endedAt: dateColumn.optional(),
    managerSince: dateColumn.optional(),
    employeeGoneAt: dateColumn.optional(),
    /** The last day as a moment, from which the case is kept for a year. */
    over: dateColumn,
  })
  .strip();
type Row = z.infer<typeof rowSchema>;

export const exitCasesTable = defineTable<Row>({
  name: 'exitcases',
  schema: rowSchema,
  keys: {
    // An administration has some 70 leavers a year: all cases of an organisation are one page.
    serves: 'one case by its id, and those of an organisation newest first: the id sorts so',
    partition: ({ organisation }) => [organisation],
    row: ({ id }) => [id],
  },
  personKeys: ['employee', 'manager', 'startedBy', 'above'],
  mentions: ['content'],
  long: [content],
  retention: { keep: 'months', count: 12, from: 'over' },
  // A manager who is erased takes nobody else's case along.
  onErase: { do: 'delete', of: ['employee'] },
});

/** Exit cases in storage; see CaseStore for what holds. */
export function openExitCases(storage: Storage): CaseStore {
  const table = storage.table(exitCasesTable);
  return {
    idFor: (createdAt, name) => `${newestFirst(createdAt)}-${name}`,
    create: (exitCase) => insertOnce(table, toRow(exitCase)),
    async find(organisation, id) {
      const found = await table.find([organisation], [id]);
      return found && { exitCase: fromRow(found.row), version: found.version };
    },
    async update(exitCase, version) {
      return { exitCase, version: await table.update(toRow(exitCase), version) };
    },
    remove: ({ organisation, id }, version) => table.remove([organisation], [id], version),
    async *list(organisation, person) {
      for await (const { row } of table.list({ partition: [organisation] }))
        if (person === undefined || row.employee === person || row.manager === person) yield fromRow(row);
    },
    async organisations() {
      const found = new Set<string>();
      for await (const { row } of table.list()) found.add(row.organisation);
      return [...found];
    },
  };
}

function toRow({ traits, ticks, handover, talk, ...rest }: ExitCase): Row {
  const over = new Date(`${rest.lastDay}T00:00:00Z`);
  return { ...rest, over, ...content.toColumns({ traits, ticks, handover, talk }) };
}

function fromRow(row: Row): ExitCase {
  const { value, rest } = content.fromColumns(row);
  const { over: _over, ...head } = rest;
  return exitCaseSchema.parse({ ...head, ...z.object({}).passthrough().parse(value) });
}
