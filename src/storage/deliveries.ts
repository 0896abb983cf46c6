import { z } from 'zod';
import { type Delivery, DELIVERY_STATES, type Kept, laneOf, type LedgerStore, type Tally } from '../broadcast/index.js';
import { LOCALES } from '../calendar/index.js';
import { withBroadcast } from './broadcasts.js';
import { dateColumn, jsonColumn } from './columns.js';
import { defineTable } from './define-table.js';
import type { Change, Storage, Stored, TableQuery } from './table.js';

const causeSchema = z.enum(['blocked', 'stale', 'too-large', 'rejected', 'unauthorised', 'unavailable']);

export const deliverySchema = z.object({
  kind: z.literal('delivery'),
  organisation: z.string(),
  broadcast: z.string(),
  person: z.string(),
  state: z.enum(DELIVERY_STATES),
  cause: causeSchema.optional(),
  locale: z.enum(LOCALES),
  reference: z.string().optional(),
  isRefreshed: z.boolean().optional(),
  attempt: z.number().int(),
  tries: z.number().int(),
  ambiguous: z.number().int(),
  nextAt: dateColumn.optional(),
  claim: jsonColumn(z.object({ id: z.string(), by: z.string(), until: z.coerce.date() })).optional(),
  activityId: z.string().optional(),
  lastError: z.string().optional(),
  deliveredAt: dateColumn.optional(),
  answeredAt: dateColumn.optional(),
  remindedAt: dateColumn.optional(),
  recalledAt: dateColumn.optional(),
  correctedAt: dateColumn.optional(),
  edition: z.number().int(),
  editError: z.string().optional(),
  history: jsonColumn(
    z.array(
      z.object({
        attempt: z.number().int(),
        state: z.enum(DELIVERY_STATES),
        cause: causeSchema.optional(),
        lastError: z.string().optional(),
        tries: z.number().int(),
        endedAt: z.coerce.date(),
      }),
    ),
  ),
  createdAt: dateColumn,
});

const tallySchema = z.object({
  kind: z.literal('tally'),
  organisation: z.string(),
  broadcast: z.string(),
  lane: z.string(),
  writer: z.string(),
  counts: jsonColumn(z.record(z.number())),
  createdAt: dateColumn,
});
type DeliveryRow = z.infer<typeof deliverySchema>;
type TallyRow = z.infer<typeof tallySchema>;
type Row = DeliveryRow | TallyRow;

/** The deliveries of a lane and their tallies lie in one partition, so that a transaction writes both. */
export const deliveriesTable = defineTable<Row>({
  name: 'deliveries',
  schema: z.discriminatedUnion('kind', [deliverySchema, tallySchema]),
  keys: {
    serves:
      'all rows of one broadcast, lane by lane and there in the order of persons, the row of one person in it, and its tallies; a ' +
      'transaction over any rows of one lane',
    partition: (row) =>
      partitionOf(row.organisation, row.broadcast, row.kind === 'delivery' ? laneOf(row.person) : row.lane),
    row: (row) => (row.kind === 'delivery' ? deliveryKey(row.person) : [TALLY, row.writer]),
  },
  personKeys: ['person'],
  mentions: ['reference'],
  retention: [{ keep: 'months', count: 24, from: 'createdAt' }, withBroadcast()],
  // Nobody is reached there any more, and both say whose chat it was.
  onErase: { do: 'pseudonymise', clear: ['reference', 'activityId'] },
});

const DELIVERY = 'delivery';
const TALLY = 'tally';
const deliveryKey = (person: string) => [DELIVERY, person];
const partitionOf = (organisation: string, broadcast: string, lane: string) =>
  [organisation, broadcast, lane] as const satisfies readonly string[];

export function openLedgerStore(storage: Storage): LedgerStore {
  const table = storage.table(deliveriesTable);
  async function* deliveries(query: TableQuery): AsyncIterable<Kept<Delivery>> {
    for await (const found of table.list({ ...query, rowPrefix: [DELIVERY] })) yield toDelivery(found);
  }
  return {
    async write({ rows, tally }) {
      const changes = [
        ...rows.map(({ row, version }) => changeTo({ kind: DELIVERY, ...copy(row) }, version)),
        changeTo({ kind: TALLY, ...tally.row, counts: { ...tally.row.counts } }, tally.version),
      ];
      const versions = await table.transact(changes);
      return { rows: versions.slice(0, -1), tally: versions.at(-1)! };
    },
    async find(organisation, broadcast, person) {
      const found = await table.find(partitionOf(organisation, broadcast, laneOf(person)), deliveryKey(person));
      return found && toDelivery(found);
    },
    async *list(organisation, broadcast, after) {
      const partitionPrefix = [organisation, broadcast];
      const partition = after === undefined ? undefined : partitionOf(organisation, broadcast, laneOf(after));
      if (partition) yield* deliveries({ partition, rowAfter: deliveryKey(after!) });
      yield* deliveries({ partitionPrefix, ...(partition && { partitionAfter: partition }) });
    },
    async tally({ organisation, broadcast, lane, writer }) {
      const found = await table.find(partitionOf(organisation, broadcast, lane), [TALLY, writer]);
      return found && { row: toTally(found.row), version: found.version };
    },
    async *tallies(organisation, broadcast) {
      const partitionPrefix = [organisation, broadcast];
      for await (const { row } of table.list({ partitionPrefix, rowPrefix: [TALLY] })) yield toTally(row);
    },
  };
}

function changeTo(row: Row, version: string | undefined): Change<Row> {
  return version === undefined ? { insert: row } : { update: row, version };
}

/** The feature's rows cannot be changed, the table's can. */
function copy(row: Delivery): Omit<DeliveryRow, 'kind'> {
  return { ...row, history: row.history.map((past) => ({ ...past })) };
}

function toDelivery({ row, version }: Stored<Row>): Kept<Delivery> {
  if (row.kind !== DELIVERY) throw new Error('A tally lies where a delivery is kept.');
  const { kind: _kind, ...delivery } = row;
  return { row: delivery, version };
}

function toTally(row: Row): Tally {
  if (row.kind !== TALLY) throw new Error('A delivery lies where a tally is kept.');
  const { kind: _kind, ...tally } = row;
  return tally;
}
