import { z } from 'zod';
import type { HrChannelStore } from '../questions/index.js';
import { dateColumn } from './columns.js';
import { defineTable } from './define-table.js';
import type { Storage } from './table.js';

const schema = z.object({ organisation: z.string(), conversation: z.string(), by: z.string(), at: dateColumn });
type Row = z.infer<typeof schema>;

export const hrChannelsTable = defineTable<Row>({
  name: 'hrchannels',
  schema,
  keys: {
    serves: 'the channel in which the HR of an organisation handles questions: one or none',
    partition: (row) => [row.organisation],
    row: () => ['channel'],
  },
  personKeys: ['by'],
  retention: { keep: 'while-current', reason: 'a setting, until HR takes it back' },
  onErase: { do: 'pseudonymise' },
});

export function openHrChannels(storage: Storage): HrChannelStore {
  const table = storage.table(hrChannelsTable);
  return {
    find: async (organisation) => (await table.find([organisation], ['channel']))?.row,
    set: async (channel) => void (await table.upsert({ ...channel })),
    remove: (organisation) => table.remove([organisation], ['channel']),
  };
}
