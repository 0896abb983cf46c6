import { z } from 'zod';
import { type ClosedTertial, lastDayOf, type PictureStore, releaseSchema, type TextBatch } from '../exit/index.js';
import { dateColumn, jsonColumn } from './columns.js';
import { fromDay } from './day.js';
import { defineTable } from './define-table.js';
import { insertOnce } from './insert-once.js';
import { longColumns } from './long-columns.js';
import type { Storage } from './table.js';

/** Figures of a block: some 15 questions by at most a dozen departments. */
const content = longColumns('content', 6);
const releasesSchema = z.object({ scores: releaseSchema.optional(), counts: releaseSchema.optional() });
const releaseRow = z.object({ organisation: z.string(), tertial: z.string(), ...content.shape });
type ReleaseRow = z.infer<typeof releaseRow>;

export const surveyReleasesTable = defineTable<ReleaseRow>({
  name: 'surveyreleases',
  schema: releaseRow,
  keys: {
    serves: 'the tertials of an organisation that are over, oldest first: "2026-1" sorts so',
    partition: ({ organisation }) => [organisation],
    row: ({ tertial }) => [tertial],
  },
  personKeys: [],
  long: [content],
  retention: { keep: 'always', reason: 'figures of groups are preserved (domain page 4.3); no person is in them' },
  onErase: { do: 'keep', reason: 'holds no person' },
});

/** At most some hundred texts of 600 signs. */
const texts = longColumns('texts', 8);
const batchRow = z.object({
  organisation: z.string(),
  id: z.string(),
  tertials: jsonColumn(z.array(z.string())),
  ...texts.shape,
  over: dateColumn,
});
type BatchRow = z.infer<typeof batchRow>;

export const surveyTextsTable = defineTable<BatchRow>({
  name: 'surveytexts',
  schema: batchRow,
  keys: {
    serves: 'the batches of free texts of an organisation, oldest first',
    partition: ({ organisation }) => [organisation],
    row: ({ id }) => [id],
  },
  personKeys: [],
  mentions: ['texts'],
  long: [texts],
  retention: { keep: 'months', count: 24, from: 'over' },
  onErase: { do: 'keep', reason: 'nothing tells whose a text is, so none can be found to erase' },
});

export function openPicture(storage: Storage): PictureStore {
  const releases = storage.table(surveyReleasesTable);
  const batches = storage.table(surveyTextsTable);
  return {
    async closed(organisation) {
      const found: ClosedTertial[] = [];
      for await (const { row } of releases.list({ partition: [organisation] })) {
        found.push({ tertial: row.tertial, ...releasesSchema.parse(content.fromColumns(row).value) });
      }
      return found;
    },
    async close(organisation, { tertial, ...made }) {
      await insertOnce(releases, { organisation, tertial, ...content.toColumns(made) });
    },
    async batches(organisation) {
      const found: TextBatch[] = [];
      for await (const { row } of batches.list({ partition: [organisation] }))
        found.push({
          id: row.id,
          tertials: row.tertials,
          texts: z.array(z.string()).parse(texts.fromColumns(row).value),
        });
      return found;
    },
    async addBatch(organisation, batch) {
      await insertOnce(batches, {
        organisation,
        id: batch.id,
        tertials: [...batch.tertials],
        ...texts.toColumns(batch.texts),
        over: fromDay(lastDayOf(batch.id)),
      });
    },
  };
}
