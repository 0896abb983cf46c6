import { RestError, TableClient, type TableEntityResult } from '@azure/data-tables';
import { QueueServiceClient } from '@azure/storage-queue';
import { inject } from 'vitest';
import { definedTables } from '../../../../src/storage/index.js';
import { tablePrefix } from '../../../support/test-storage.js';

/** One row as storage itself holds it, with the stamp and the tag that it gives. */
export interface RawRow {
  readonly table: string;
  readonly at: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Everything that a copy of the storage account holds: all rows of all tables, and what waits in the queues. */
export async function copyOfStorage(name?: string): Promise<RawRow[]> {
  const options = { allowInsecureConnection: true };
  const rows: RawRow[] = [];
  const prefix = tablePrefix(name);
  for (const { name: table } of definedTables()) {
    const client = TableClient.fromConnectionString(inject('azurite'), prefix + table, options);
    try {
      for await (const entity of client.listEntities<TableEntityResult<object>>())
        rows.push({ table, at: `${table}|${entity.partitionKey}|${entity.rowKey}`, row: { ...entity } });
    } catch (error) {
      // Nothing has used it yet.
      if (!(error instanceof RestError && error.statusCode === 404)) throw error;
    }
  }
  const queues = QueueServiceClient.fromConnectionString(inject('azurite'));
  for await (const { name: queue } of queues.listQueues({ prefix })) {
    const { peekedMessageItems } = await queues.getQueueClient(queue).peekMessages({ numberOfMessages: 32 });
    for (const message of peekedMessageItems)
      rows.push({ table: queue, at: `${queue}|${message.messageId}`, row: { ...message } });
  }
  return rows;
}

/** The rows that are new, gone or other in the second copy: what somebody who holds both can see. */
export function changedBetween(before: readonly RawRow[], after: readonly RawRow[]): RawRow[] {
  const [old, now] = [before, after].map((rows) => new Map(rows.map((row) => [row.at, JSON.stringify(row.row)])));
  return [
    ...after.filter(({ at, row }) => old!.get(at) !== JSON.stringify(row)),
    ...before.filter(({ at }) => !now!.has(at)),
  ];
}

/** All that can be read in rows, also what is written as base64. */
export function readable(rows: readonly RawRow[]): string {
  const texts = JSON.stringify(rows);
  const decoded = (texts.match(/[A-Za-z0-9+/_-]{24,}={0,2}/g) ?? []).map((text) =>
    Buffer.from(text, 'base64').toString('utf8'),
  );
  return [texts, ...decoded].join('\n');
}
