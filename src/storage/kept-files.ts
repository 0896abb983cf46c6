import { z } from 'zod';
import type { KeptFile, KeptFileStore, StoredFile } from '../files/index.js';
import { isPermission, REACHES, type Right } from '../people/index.js';
import { ALL_ORGANISATIONS } from './all-organisations.js';
import { removeAll } from './batches.js';
import { dateColumn, jsonColumn } from './columns.js';
import { defineTable } from './define-table.js';
import { joinParts, PART_COLUMNS, partsOf } from './file-parts.js';
import type { Storage } from './table.js';

const RETENTION = { keep: 'days', count: 1, from: 'createdAt' } as const;

const rightSchema: z.ZodType<Right, z.ZodTypeDef, unknown> = z.object({
  permission: z.string().refine(isPermission),
  reach: z.enum(REACHES),
});

const headRow = z.object({
  organisation: z.string(),
  id: z.string(),
  person: z.string(),
  purpose: z.enum(['offer', 'plan.import']),
  right: jsonColumn(rightSchema).optional(),
  name: z.string(),
  contentType: z.string(),
  size: z.number().int(),
  createdAt: dateColumn,
  expiresAt: dateColumn,
  usedAt: dateColumn.optional(),
});
type HeadRow = z.infer<typeof headRow>;

export const keptFilesTable = defineTable<HeadRow>({
  name: 'keptfiles',
  schema: headRow,
  keys: {
    serves: 'one file that waits, and those of an organisation whose time is over',
    partition: (row) => [row.organisation],
    row: (row) => [row.id],
  },
  personKeys: ['person'],
  mentions: ['name'],
  retention: RETENTION,
  onErase: { do: 'delete' },
});

const partRow = z.object({
  organisation: z.string(),
  file: z.string(),
  person: z.string(),
  n: z.number().int(),
  createdAt: dateColumn,
  ...PART_COLUMNS,
});
type PartRow = z.infer<typeof partRow>;

export const keptFilePartsTable = defineTable<PartRow>({
  name: 'keptfileparts',
  schema: partRow,
  keys: {
    serves: 'the bytes of one file in their order',
    partition: (row) => [row.organisation, row.file],
    row: (row) => [String(row.n).padStart(4, '0')],
  },
  personKeys: ['person'],
  isBytes: (column) => column in PART_COLUMNS,
  retention: RETENTION,
  onErase: { do: 'delete' },
});

const placeRow = z.object({
  organisation: z.literal(ALL_ORGANISATIONS),
  id: z.string(),
  /** The organisation in whose partition the file lies. */
  of: z.string(),
  createdAt: dateColumn,
});
type PlaceRow = z.infer<typeof placeRow>;

export const keptFilePlacesTable = defineTable<PlaceRow>({
  name: 'keptfileplaces',
  schema: placeRow,
  keys: {
    serves: 'the organisation of a file for an address that holds nothing but a random token',
    partition: (row) => [row.organisation],
    row: (row) => [row.id],
  },
  personKeys: [],
  retention: RETENTION,
  onErase: { do: 'keep', reason: 'holds no person, and leads nowhere once the file is gone' },
});

/** Files that wait in storage; see KeptFileStore. Written in the order parts, place, head: who finds the head finds all. */
export function openKeptFiles(storage: Storage): KeptFileStore {
  const heads = storage.table(keptFilesTable);
  const parts = storage.table(keptFilePartsTable);
  const places = storage.table(keptFilePlacesTable);

  async function find(organisation: string, id: string): Promise<StoredFile | undefined> {
    const found = await heads.find([organisation], [id]);
    return found && { file: found.row, version: found.version };
  }

  return {
    async save(file, bytes) {
      const { organisation, id, person, createdAt } = file;
      const about = { organisation, file: id, person, createdAt };
      // One by one: a transaction may hold 4 MiB, and a part is half a one.
      for (const [n, columns] of partsOf(bytes).entries()) await parts.insert({ ...about, n, ...columns });
      await places.insert({ organisation: ALL_ORGANISATIONS, id, of: organisation, createdAt });
      await heads.insert({ ...file });
    },
    find,
    async findAnywhere(id) {
      const place = await places.find([ALL_ORGANISATIONS], [id]);
      return place && ((await find(place.row.of, id)) ?? 'removed');
    },
    async bytes({ organisation, id, size }) {
      const rows: PartRow[] = [];
      for await (const { row } of parts.list({ partition: [organisation, id] })) rows.push(row);
      return joinParts(rows, size);
    },
    async update(file, version) {
      return { file, version: await heads.update({ ...file }, version) };
    },
    removeBytes: ({ organisation, id }) => removeAll(parts, [organisation, id], () => true),
    async *list(organisation) {
      for await (const { row } of heads.list({ partition: [organisation] })) yield row;
    },
    async remove(file: KeptFile) {
      const { organisation, id } = file;
      await removeAll(parts, [organisation, id], () => true);
      await places.remove([ALL_ORGANISATIONS], [id]);
      await heads.remove([organisation], [id]);
    },
  };
}
