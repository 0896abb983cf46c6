import { z } from 'zod';
import type { LiveCardStore } from '../broadcast/index.js';
import { withBroadcast } from './broadcasts.js';
import { defineTable } from './define-table.js';
import type { Storage } from './table.js';

const schema = z.object({ organisation: z.string(), kind: z.string(), subject: z.string(), broadcast: z.string() });
type Row = z.infer<typeof schema>;

export const liveCardsTable = defineTable<Row>({
  name: 'livecards',
  schema,
  keys: {
    serves: 'all cards about one subject, when it changes',
    partition: (row) => [row.organisation, row.kind],
    row: (row) => [row.subject, row.broadcast],
  },
  personKeys: [],
  retention: withBroadcast(),
  onErase: { do: 'keep', reason: 'holds no person' },
});

export function openLiveCards(storage: Storage): LiveCardStore {
  const table = storage.table(liveCardsTable);
  return {
    async add({ organisation, kind, id }, broadcast) {
      await table.upsert({ organisation, kind, subject: id, broadcast });
    },
    async *list({ organisation, kind, id }) {
      for await (const { row } of table.list({ partition: [organisation, kind], rowPrefix: [id] })) yield row.broadcast;
    },
  };
}
