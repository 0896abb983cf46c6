import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { AuditLog, AuditReader } from '../actions/index.js';
import { isConflict } from '../errors.js';
import { dateColumn, jsonColumn } from './columns.js';
import { monthsOf, toDay } from './day.js';
import { defineTable } from './define-table.js';
import { newestFirst } from './keys.js';
import type { Storage } from './table.js';

const schema = z.object({
  organisation: z.string(),
  id: z.string(),
  at: dateColumn,
  personId: z.string(),
  permission: z.string(),
  action: z.string(),
  outcome: z.enum(['done', 'denied', 'invalid', 'failed']),
  subject: jsonColumn(z.record(z.string())).optional(),
});
type Row = z.infer<typeof schema>;

export const auditTable = defineTable<Row>({
  name: 'audit',
  schema,
  keys: {
    serves: 'the newest lines of one organisation and month, newest first; nothing is ever updated',
    partition: (row) => [row.organisation, row.at.toISOString().slice(0, 7)],
    row: (row) => [newestFirst(row.at), row.id],
  },
  personKeys: ['personId'],
  mentions: ['subject'],
  retention: { keep: 'months', count: 24, from: 'at' },
  onErase: { do: 'pseudonymise' },
});

/** What the audit is asked for; days are calendar days in UTC, both included. */
export function openAuditReader(storage: Storage): AuditReader {
  const table = storage.table(auditTable);
  return {
    async *list({ organisation, from, to }) {
      for (const month of monthsOf(from, to).reverse())
        for await (const { row } of table.list({ partition: [organisation, month] })) {
          const day = toDay(row.at);
          // Newest first, months as well: nothing younger follows.
          if (day < from) return;
          if (day <= to) yield row;
        }
    },
  };
}

export function openAudit(storage: Storage): AuditLog {
  const table = storage.table(auditTable);
  return {
    async append(entry) {
      const row = { ...entry, subject: entry.subject && { ...entry.subject }, id: randomBytes(6).toString('hex') };
      try {
        await table.insert(row);
      } catch (error) {
        // The id is random, so a row that is there already is this one: its receipt was lost and the client sent it again.
        if (!isConflict(error)) throw error;
      }
    },
  };
}
