import { AppError } from '../errors.js';
import { type TableDefinition, keysOf } from './define-table.js';
import { fromEntity, toEntity } from './entity.js';
import { encodeKey } from './keys.js';
import type { Change, Storage, Stored, Table } from './table.js';
import { openMemoryQueue } from './memory-queue.js';
import type { Queue, QueueName } from './queue.js';
import { checkTransaction } from './transaction.js';

interface Entry {
  readonly entity: Record<string, unknown>;
  readonly version: string;
}

/**
 * Storage in this process's memory, for benches that ask what a turn costs without Azurite. Rows pass the same mapping as
 * in Azure. Production refuses to start with it (config.ts), since it forgets everything.
 */
export function openMemoryStorage(): Storage {
  let calls = 0;
  // One counter for all handles on a table: two handles that number for themselves would give one version twice.
  let versions = 0;
  const tables = new Map<string, Map<string, Entry>>();
  const queues = new Map<QueueName, Queue>();
  return {
    kind: 'memory',
    calls: () => calls,
    ping: async () => undefined,
    prepare: async () => undefined,
    queue(name) {
      const queue = queues.get(name) ?? openMemoryQueue(() => calls++);
      queues.set(name, queue);
      return queue;
    },
    table<Row extends object>(definition: TableDefinition<Row>): Table<Row> {
      const rows = tables.get(definition.name) ?? new Map<string, Entry>();
      tables.set(definition.name, rows);
      return openMemoryTable(definition, rows, { count: () => calls++, nextVersion: () => String(++versions) });
    },
  };
}

function openMemoryTable<Row extends object>(
  definition: TableDefinition<Row>,
  rows: Map<string, Entry>,
  { count, nextVersion }: { count: () => void; nextVersion: () => string },
): Table<Row> {
  const place = (row: Row) => {
    const { partitionKey, rowKey } = keysOf(definition, row);
    return `${partitionKey}\n${rowKey}`;
  };
  const placeOf = (partition: readonly string[], row: readonly string[]) =>
    `${encodeKey(...partition)}\n${encodeKey(...row)}`;
  const conflict = () =>
    new AppError('storage_conflict', `A row of ${definition.name} was written by somebody else first.`);
  const missing = () => new AppError('not_found', `A row of ${definition.name} is not there.`);
  const stored = ({ entity, version }: Entry): Stored<Row> => ({ row: fromEntity(definition, entity), version });
  const put = (row: Row): string => {
    const version = nextVersion();
    rows.set(place(row), { entity: toEntity(definition, row), version });
    return version;
  };
  const insert = (row: Row): string => {
    if (rows.has(place(row))) throw conflict();
    return put(row);
  };
  const update = (row: Row, version: string): string => {
    const found = rows.get(place(row));
    if (!found) throw missing();
    if (found.version !== version) throw conflict();
    return put(row);
  };
  const apply = (change: Change<Row>): string => {
    if ('insert' in change) return insert(change.insert);
    if ('upsert' in change) return put(change.upsert);
    if ('update' in change) return update(change.update, change.version);
    if (!rows.delete(place(change.remove))) throw missing();
    return '';
  };
  return {
    async find(partition, row) {
      count();
      const entry = rows.get(placeOf(partition, row));
      return entry && stored(entry);
    },
    async *list({ partition, partitionPrefix, rowPrefix, rowAfter, rowBefore } = {}) {
      count();
      const inPartition = partition ? `${encodeKey(...partition)}\n` : '';
      const belowPartition = partitionPrefix ? `${encodeKey(...partitionPrefix)}|` : '';
      const below = rowPrefix ? `${encodeKey(...rowPrefix)}|` : '';
      const after = rowAfter ? encodeKey(...rowAfter) : '';
      const before = rowBefore && encodeKey(...rowBefore);
      for (const [at, entry] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const key = at.split('\n')[1]!;
        const isBetween = key > after && (before === undefined || key < before);
        const isInPartition = at.startsWith(inPartition) && at.startsWith(belowPartition);
        if (isInPartition && key.startsWith(below) && isBetween) yield stored(entry);
      }
    },
    async insert(row) {
      count();
      return insert(row);
    },
    async upsert(row) {
      count();
      return put(row);
    },
    async update(row, version) {
      count();
      return update(row, version);
    },
    async remove(partition, row, version) {
      count();
      const at = placeOf(partition, row);
      if (version !== undefined && rows.has(at) && rows.get(at)!.version !== version) throw conflict();
      rows.delete(at);
    },
    async transact(changes) {
      if (changes.length === 0) return [];
      checkTransaction(definition, changes);
      count();
      const before = new Map(rows);
      try {
        return changes.map(apply);
      } catch (error) {
        rows.clear();
        before.forEach((entry, at) => rows.set(at, entry));
        throw error;
      }
    },
  };
}
