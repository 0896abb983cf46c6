import { z } from 'zod';
import type { Conversation, ConversationStore } from '../actions/index.js';
import { LOCALES } from '../calendar/index.js';
import { dateColumn, jsonColumn } from './columns.js';
import { defineTable } from './define-table.js';
import type { Storage } from './table.js';

const schema = z.object({
  organisation: z.string(),
  key: z.string(),
  personId: z.string().optional(),
  reference: z.string(),
  locale: z.enum(LOCALES).optional(),
  context: jsonColumn(z.record(z.unknown())),
  contextAt: dateColumn,
});
type Row = z.infer<typeof schema>;

export const conversationsTable = defineTable<Row>({
  name: 'conversations',
  schema,
  keys: {
    serves: 'the one read of a turn, and a proactive message to a person: both know organisation and key',
    partition: (row) => [row.organisation],
    row: (row) => [row.key],
  },
  personKeys: ['personId'],
  mentions: ['key', 'reference'],
  retention: [
    {
      keep: 'while-current',
      reason: 'needed to reach the person as long as the app is installed; removed on uninstall',
    },
    // An account that is closed uninstalls nothing.
    { keep: 'months', count: 6, from: 'contextAt', gone: 'personId' },
  ],
  onErase: { do: 'delete' },
});

export function openConversations(storage: Storage): ConversationStore {
  const table = storage.table(conversationsTable);
  return {
    async find(organisation, key) {
      const found = await table.find([organisation], [key]);
      return found && { ...found.row, version: found.version };
    },
    async save({ version, ...row }: Conversation) {
      await (version === undefined ? table.insert({ ...row }) : table.update({ ...row }, version));
    },
    remove: (organisation, key) => table.remove([organisation], [key]),
  };
}
