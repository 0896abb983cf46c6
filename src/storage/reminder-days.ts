import { z } from 'zod';
import type { ReminderDays } from '../broadcast/index.js';
import { isConflict } from '../errors.js';
import { dateColumn } from './columns.js';
import { defineTable } from './define-table.js';
import type { Storage } from './table.js';

const schema = z.object({
  organisation: z.string(),
  day: z.string(),
  person: z.string(),
  by: z.string(),
  at: dateColumn,
});
type Row = z.infer<typeof schema>;

export const reminderDaysTable = defineTable<Row>({
  name: 'reminderdays',
  schema,
  keys: {
    serves: 'whether a person has been reminded of something on a day: the first who inserts the row has it',
    partition: (row) => [row.organisation, row.day],
    row: (row) => [row.person],
  },
  personKeys: ['person'],
  retention: { keep: 'days', count: 30, from: 'at' },
  onErase: { do: 'delete' },
});

export function openReminderDays(storage: Storage): ReminderDays {
  const table = storage.table(reminderDaysTable);
  return {
    async take(organisation, person, { day, by, at }) {
      try {
        await table.insert({ organisation, day, person, by, at });
        return true;
      } catch (error) {
        if (!isConflict(error)) throw error;
        return (await table.find([organisation, day], [person]))?.row.by === by;
      }
    },
  };
}
