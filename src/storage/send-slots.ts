import { z } from 'zod';
import type { SlotState, SlotStore } from '../broadcast/index.js';
import { jsonColumn } from './columns.js';
import { defineTable } from './define-table.js';
import type { Storage } from './table.js';

/** Milliseconds with fractions go beyond a 32-bit number and an ISO date, so they are kept as text. */
const schema = z.object({
  organisation: z.string(),
  id: z.string(),
  nextAt: z.string(),
  notBefore: z.string(),
  /** By a short hash of the conversation. Rows of earlier versions have none. */
  busy: jsonColumn(z.record(z.number())).optional(),
});

/** The rate is that of the whole tenant, so the row belongs to no organisation. */
const OF_ALL = 'gemensamt';
const ID = 'teams';

export const sendSlotsTable = defineTable({
  name: 'sendslots',
  schema,
  keys: {
    serves: 'the one row by which all workers share the rate',
    partition: (row) => [row.organisation],
    row: (row) => [row.id],
  },
  personKeys: [],
  retention: { keep: 'while-current', reason: 'moments of this very second' },
  onErase: { do: 'keep', reason: 'holds no person; short hashes of the chats that got a message a second ago' },
});

export function openSendSlots(storage: Storage): SlotStore {
  const table = storage.table(sendSlotsTable);
  const toRow = ({ nextAt, notBefore, busy }: SlotState) => ({
    organisation: OF_ALL,
    id: ID,
    nextAt: String(nextAt),
    notBefore: String(notBefore),
    busy: { ...busy },
  });
  return {
    async read() {
      const found = await table.find([OF_ALL], [ID]);
      if (!found) return { state: { nextAt: 0, notBefore: 0, busy: {} } };
      const { nextAt, notBefore, busy = {} } = found.row;
      return { state: { nextAt: Number(nextAt), notBefore: Number(notBefore), busy }, version: found.version };
    },
    async write(state, version) {
      await (version === undefined ? table.insert(toRow(state)) : table.update(toRow(state), version));
    },
  };
}
