import { z } from 'zod';
import type { FeedMarks } from '../broadcast/index.js';
import { withBroadcast } from './broadcasts.js';
import { defineTable } from './define-table.js';
import type { Storage } from './table.js';

const schema = z.object({ organisation: z.string(), broadcast: z.string(), person: z.string() });
type Row = z.infer<typeof schema>;

export const feedMarksTable = defineTable<Row>({
  name: 'feedmarks',
  schema,
  keys: {
    serves: 'how far the queue of one broadcast was filled, when another process takes over',
    partition: (row) => [row.organisation],
    row: (row) => [row.broadcast],
  },
  personKeys: ['person'],
  retention: [
    { keep: 'while-current', reason: 'removed at the beginning of each lap over the rows of a broadcast' },
    withBroadcast(),
  ],
  onErase: { do: 'delete' },
});

export function openFeedMarks(storage: Storage): FeedMarks {
  const table = storage.table(feedMarksTable);
  return {
    find: async (organisation, broadcast) => (await table.find([organisation], [broadcast]))?.row.person,
    async set(organisation, broadcast, person) {
      if (person === undefined) await table.remove([organisation], [broadcast]);
      else await table.upsert({ organisation, broadcast, person });
    },
  };
}
