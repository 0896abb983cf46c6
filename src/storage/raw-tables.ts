import type { TableClient, TransactionAction } from '@azure/data-tables';
import type { RawRow, RawTables, RawValue } from '../backup/index.js';
import { AppError } from '../errors.js';
import { clientsOf } from './azure-clients.js';
import { definedTables } from './define-table.js';
import type { StorageLocation } from './open-storage.js';
import { translate } from './translate-error.js';

/** Nobody waits in a chat: a page of large rows may take its time. */
const DEADLINE_MS = 60_000;
const PAGE_SIZE = 500;
/** What the service adds to every row by itself. */
const NOT_COLUMNS = ['partitionKey', 'rowKey', 'etag', 'timestamp', 'odata.metadata'];

/** The tables of the registry as they are stored. Throws `config_invalid` for storage in memory, which has none to keep. */
export function openRawTables(location: StorageLocation, prefix = ''): RawTables {
  if (location.kind === 'memory') throw new AppError('config_invalid', 'Storage in memory cannot be backed up.');
  const { client } = clientsOf(location, DEADLINE_MS);
  const names = definedTables()
    .map(({ name }) => name)
    .sort();
  return {
    names,
    rows: (table) => rowsOf(client(prefix + table), table),
    async prepare() {
      for (const table of names) await translate(table, () => client(prefix + table).createTable());
    },
    async put(table, rows) {
      const actions = rows.map((row): TransactionAction => ['upsert', toEntity(row), 'Replace']);
      await translate(table, async () => void (await client(prefix + table).submitTransaction(actions)));
    },
  };
}

async function* rowsOf(client: TableClient, table: string): AsyncIterable<RawRow> {
  // The types as stored: the package would make moments and long numbers of its own of them.
  const pages = client
    .listEntities<Record<string, unknown>>({ disableTypeConversion: true })
    .byPage({ maxPageSize: PAGE_SIZE });
  for (;;) {
    const page = await translate<Awaited<ReturnType<typeof pages.next>> | undefined>(table, () => pages.next(), [404]);
    if (!page || page.done) return;
    for (const entity of page.value)
      yield { partitionKey: entity.partitionKey!, rowKey: entity.rowKey!, columns: columnsOf(entity) };
  }
}

function columnsOf(entity: Record<string, unknown>): Record<string, RawValue> {
  return Object.fromEntries(
    Object.entries(entity)
      .filter(([name]) => !NOT_COLUMNS.includes(name))
      .map(([name, typed]) => [name, plain(typed as { type: string; value: unknown })]),
  );
}

/** Whole numbers that the bot writes are 32-bit ones, others doubles: JSON tells the two apart as the service does. */
function plain({ type, value }: { readonly type: string; readonly value: unknown }): RawValue {
  const text = String(value);
  if (type === 'String') return text;
  if (type === 'Boolean') return text === 'true';
  const isAsWritten = type === 'Int32' || (type === 'Double' && !Number.isInteger(Number(text)) && text !== 'NaN');
  return isAsWritten && Number.isFinite(Number(text)) ? Number(text) : { type, value: text };
}

function toEntity({ partitionKey, rowKey, columns }: RawRow) {
  return { partitionKey, rowKey, ...columns };
}
