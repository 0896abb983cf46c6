import { AppError } from '../errors.js';
import { type TableDefinition, keysOf } from './define-table.js';
import { fromEntity, toEntity } from './entity.js';
import { encodeKey } from './keys.js';
import type { Change, Storage, Stored, Table } from './table.js';

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
  const tables = new Map<string, Map<string, Entry>>();
  return {
    kind: 'memory',
    calls: () => calls,
    ping: async () => undefined,
    prepare: async () => undefined,
    table<Row extends object>(definition: TableDefinition<Row>): Table<Row> {
      const rows = tables.get(definition.name) ?? new Map<string, Entry>();
      tables.set(definition.name, rows);
      return openMemoryTable(definition, rows, () => calls++);
    },
  };
}

function openMemoryTable<Row extends object>(
  definition: TableDefinition<Row>,
  rows: Map<string, Entry>,
  count: () => void,
): Table<Row> {
  let versions = 0;
  const place = (row: Row) => {
    const { partitionKey, rowKey } = keysOf(definition, row);
    return `${partitionKey}\n${rowKey}`;
  };
  const placeOf = (partition: readonly string[], row: readonly string[]) => `${encodeKey(...partition)}\n${encodeKey(...row)}`;
  const conflict = () => new AppError('storage_conflict', `A row of ${definition.name} was written by somebody else first.`);
  const stored = ({ entity, version }: Entry): Stored<Row> => ({ row: fromEntity(definition, entity), version });
  const put = (row: Row): string => {
    const version = String(++versions);
    rows.set(place(row), { entity: toEntity(definition, row), version });
    return version;
  };
  const expect = (at: string, version: string | undefined) => {
    if (version !== undefined && rows.get(at)?.version !== version) throw conflict();
  };
  const apply = (change: Change<Row>): void => {
    if ('insert' in change) {
      if (rows.has(place(change.insert))) throw conflict();
      put(change.insert);
    } else if ('upsert' in change) put(change.upsert);
    else if ('update' in change) {
      expect(place(change.update), change.version);
      put(change.update);
    } else {
      expect(place(change.remove), change.version);
      rows.delete(place(change.remove));
    }
  };
  return {
    async find(partition, row) {
      count();
      const entry = rows.get(placeOf(partition, row));
      return entry && stored(entry);
    },
    async *list({ partition, rowPrefix } = {}) {
      count();
      const prefix = `${partition ? encodeKey(...partition) + '\n' : ''}`;
      for (const [at, entry] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1)))
        if (at.startsWith(prefix) && (!rowPrefix || at.split('\n')[1]!.startsWith(encodeKey(...rowPrefix)))) yield stored(entry);
    },
    async insert(row) {
      count();
      if (rows.has(place(row))) throw conflict();
      return put(row);
    },
    async upsert(row) {
      count();
      return put(row);
    },
    async update(row, version) {
      count();
      expect(place(row), version);
      return put(row);
    },
    async remove(partition, row, version) {
      count();
      expect(placeOf(partition, row), version);
      rows.delete(placeOf(partition, row));
    },
    async transact(changes) {
      count();
      const before = new Map(rows);
      try {
        changes.forEach(apply);
      } catch (error) {
        rows.clear();
        before.forEach((entry, at) => rows.set(at, entry));
        throw error;
      }
    },
  };
}
