import { z } from 'zod';
import {
  type Active,
  audienceSchema,
  type Broadcast,
  BROADCAST_STATUSES,
  type BroadcastStore,
} from '../broadcast/index.js';
import { isConflict } from '../errors.js';
import { CASE_CARDS, CASE_NOTES, EXIT_REMINDER } from '../exit/index.js';
import type { Owner } from '../privacy/index.js';
import { dateColumn, jsonColumn } from './columns.js';
import { defineTable } from './define-table.js';
import { insertOnce } from './insert-once.js';
import { newestFirst } from './keys.js';
import { longColumns } from './long-columns.js';
import type { Storage } from './table.js';

/** A list of persons may be longer than one column; 14 hold some 14,000 addresses. */
const audience = longColumns('audience', 14);

const schema = z.object({
  organisation: z.string(),
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  content: jsonColumn(z.record(z.unknown())),
  ...audience.shape,
  status: z.enum(BROADCAST_STATUSES),
  createdBy: z.string().optional(),
  createdAt: dateColumn,
  sendAt: dateColumn.optional(),
  startedAt: dateColumn.optional(),
  finishedAt: dateColumn.optional(),
  deadline: dateColumn.optional(),
  isQuiet: z.boolean().optional(),
  edition: z.number().int(),
  recalledAt: dateColumn.optional(),
  passes: jsonColumn(
    z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['resend', 'accept-uncertain', 'resend-uncertain']),
        at: z.coerce.date(),
      }),
    ),
  ),
  trace: z.string().optional(),
});
type Row = z.infer<typeof schema>;

export const broadcastsTable = defineTable<Row>({
  name: 'broadcasts',
  schema,
  keys: {
    serves: 'one broadcast by its id, and those of an organisation newest first: the id sorts so',
    partition: (row) => [row.organisation],
    row: (row) => [row.id],
  },
  personKeys: ['createdBy'],
  mentions: ['audience', 'title', 'content'],
  long: [audience],
  retention: [
    { keep: 'months', count: 24, from: 'createdAt' },
    // It says who had what left to do in which case.
    { keep: 'months', count: 12, from: 'createdAt', only: { is: isExitReminder, those: 'the daily exit reminders' } },
    { keep: 'with', table: 'exitcases', owner: caseOf, reason: 'a card about an exit case says who leaves' },
  ],
  onErase: { do: 'pseudonymise' },
});

const OF_A_CASE: ReadonlySet<string> = new Set([...CASE_CARDS, ...CASE_NOTES]);

function isExitReminder({ kind }: Row): boolean {
  return kind === EXIT_REMINDER;
}

/** The exit case that a broadcast is about. */
function caseOf({ organisation, kind, content }: Row): Owner | undefined {
  const { subject } = content;
  return OF_A_CASE.has(kind) && typeof subject === 'string' && subject !== ''
    ? { partition: [organisation], row: [subject] }
    : undefined;
}

/** For tables whose rows go with a broadcast. */
export function withBroadcast<Row extends { readonly organisation: string; readonly broadcast: string }>() {
  return {
    keep: 'with',
    table: 'broadcasts',
    owner: ({ organisation, broadcast }: Row): Owner => ({ partition: [organisation], row: [broadcast] }),
    reason: 'part of the broadcast that it names',
  } as const;
}

const activeSchema = z.object({ organisation: z.string(), id: z.string() });
type ActiveRow = z.infer<typeof activeSchema>;

export const activeBroadcastsTable = defineTable<ActiveRow>({
  name: 'activebroadcasts',
  schema: activeSchema,
  keys: {
    serves: 'those with work to do, read once a second as a whole: a handful of rows, of all organisations',
    partition: (row) => [row.organisation],
    row: (row) => [row.id],
  },
  personKeys: [],
  retention: [
    { keep: 'while-current', reason: 'an index of broadcasts under way; removed when one is over' },
    {
      keep: 'with',
      table: 'broadcasts',
      owner: ({ organisation, id }) => ({ partition: [organisation], row: [id] }),
      reason: 'part of the broadcast that it names',
    },
  ],
  onErase: { do: 'keep', reason: 'holds no person' },
});

export function openBroadcasts(storage: Storage): BroadcastStore {
  const table = storage.table(broadcastsTable);
  const active = storage.table(activeBroadcastsTable);
  return {
    idFor: (createdAt, name) => `${newestFirst(createdAt)}-${name}`,
    create: (broadcast) => insertOnce(table, toRow(broadcast)),
    async find(organisation, id) {
      const found = await table.find([organisation], [id]);
      return found && { broadcast: fromRow(found.row), version: found.version };
    },
    async update(broadcast, version) {
      return { broadcast, version: await table.update(toRow(broadcast), version) };
    },
    async *list(organisation) {
      for await (const { row } of table.list({ partition: [organisation] })) yield fromRow(row);
    },
    async active() {
      const found: Active[] = [];
      for await (const { row, version } of active.list()) found.push({ ...row, version });
      return found;
    },
    async activate(organisation, id) {
      await active.upsert({ organisation, id });
    },
    async rest({ organisation, id, version }) {
      try {
        await active.remove([organisation], [id], version);
      } catch (error) {
        if (!isConflict(error)) throw error;
      }
    },
  };
}

/** Throws `row_invalid` for an audience of more than some 14,000 addresses. */
function toRow({ audience: list, ...broadcast }: Broadcast): Row {
  // The feature's lists cannot be changed, the table's can.
  return { ...broadcast, passes: broadcast.passes.map((pass) => ({ ...pass })), ...audience.toColumns(list) };
}

function fromRow(row: Row): Broadcast {
  const { rest, value } = audience.fromColumns(row);
  return { ...rest, audience: audienceSchema.parse(value) };
}
