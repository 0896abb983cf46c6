import type { KeptRow, KeptTable, LooseRow, Owner, Register } from '../privacy/index.js';
import { retentionsOf } from '../privacy/index.js';
import { definedTables, keysOf, type TableDefinition } from './define-table.js';
import { fromEntity, toEntity } from './entity.js';
import type { Storage } from './table.js';

/** As many messages as one call takes. */
const MOST_MESSAGES = 32;
const HIDE_MS = 60_000;

/** Every defined table with its rules and rows, for purge, extract and erase. */
export function openRegister(storage: Storage): Register {
  const unreadable = storage.queue('deliveries-unreadable');
  return {
    tables: definedTables().map((definition) => keptTable(storage, definition)),
    countUnreadable: () => unreadable.size(),
    async emptyUnreadable() {
      let gone = 0;
      for (;;) {
        const messages = await unreadable.take(MOST_MESSAGES, HIDE_MS);
        if (messages.length === 0) return gone;
        for (const message of messages) await unreadable.remove(message);
        gone += messages.length;
      }
    },
  };
}

function keptTable(storage: Storage, definition: TableDefinition): KeptTable {
  const { name, personKeys, retention, onErase, isBytes = () => false, keys } = definition;
  const table = storage.table(definition);
  const placeOf = (row: LooseRow): Owner => ({ partition: keys.partition({ ...row }), row: keys.row({ ...row }) });
  const remove = ({ row, version }: KeptRow) => {
    const place = placeOf(row);
    return table.remove(place.partition, place.row, version);
  };
  return {
    name,
    personKeys,
    retentions: retentionsOf(retention),
    onErase,
    isBytes,
    async *rows() {
      for await (const { row, version } of table.list()) yield { row: whole(definition, row), version };
    },
    placeOf,
    has: async (partition, row) => (await table.find(partition, row)) !== undefined,
    remove,
    async replace(kept: KeptRow, changed: LooseRow) {
      const next = cut(definition, changed);
      // What could not be read again would stop everybody who lists the table.
      fromEntity(definition, toEntity(definition, next));
      const [before, after] = [keysOf(definition, { ...kept.row }), keysOf(definition, next)];
      if (before.partitionKey === after.partitionKey && before.rowKey === after.rowKey)
        return void (await table.update(next, kept.version));
      // First there, then gone: a death between leaves the old row, which is found again and moved to the same place.
      await table.upsert(next);
      await remove(kept);
    },
  };
}

/** The row with its long values in one piece. */
function whole({ long = [] }: TableDefinition, row: Record<string, unknown>): LooseRow {
  return long.reduce<Record<string, unknown>>((found, columns) => {
    if (typeof found[columns.name] !== 'string') return found;
    const { value, rest } = columns.fromColumns(found);
    return { ...rest, [columns.name]: value };
  }, row);
}

/** The row as its table holds it. */
function cut({ long = [] }: TableDefinition, row: LooseRow): Record<string, unknown> {
  return long.reduce<Record<string, unknown>>(
    (found, columns) => (columns.name in found ? { ...found, ...columns.toColumns(found[columns.name]) } : found),
    { ...row },
  );
}
