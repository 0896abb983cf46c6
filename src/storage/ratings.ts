import { z } from 'zod';
import type { RatingStore } from '../feedback/index.js';
import { dayColumn, fromDay, toDay } from './day.js';
import { defineTable } from './define-table.js';
import type { Storage } from './table.js';

const schema = z.object({
  organisation: z.string(),
  answer: z.string(),
  subject: z.string(),
  rating: z.enum(['up', 'down']),
  reason: z.string().optional(),
  day: dayColumn,
});
type Row = z.infer<typeof schema>;

export const ratingsTable = defineTable<Row>({
  name: 'ratings',
  schema,
  keys: {
    serves:
      'the rating of one answer, so that a second press changes the first; and all of an organisation for the report',
    partition: (row) => [row.organisation],
    row: (row) => [row.answer],
  },
  personKeys: [],
  mentions: ['reason'],
  retention: { keep: 'months', count: 24, from: 'day' },
  onErase: { do: 'keep', reason: 'holds no person: nothing tells who rated, and the day is the finest time' },
});

export function openRatings(storage: Storage): RatingStore {
  const table = storage.table(ratingsTable);
  return {
    async find(organisation, answer) {
      const found = await table.find([organisation], [answer]);
      return found && toRating(found.row);
    },
    async save(rating) {
      await table.upsert({ ...rating, day: fromDay(rating.day) });
    },
    async *list({ organisation, from, to }) {
      for await (const { row } of table.list(organisation === undefined ? {} : { partition: [organisation] })) {
        const rating = toRating(row);
        if (rating.day >= from && rating.day <= to) yield rating;
      }
    },
  };
}

function toRating(row: Row) {
  return { ...row, day: toDay(row.day) };
}
