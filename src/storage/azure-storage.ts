import { odata, TableClient, type TableEntityResult, TableServiceClient, type TransactionAction } from '@azure/data-tables';
import { DefaultAzureCredential } from '@azure/identity';
import { definedTables, keysOf, type TableDefinition } from './define-table.js';
import { fromEntity, toEntity } from './entity.js';
import { encodeKey } from './keys.js';
import type { Change, Storage, Stored, Table } from './table.js';
import { translate } from './translate-error.js';

/** Where storage is: Azurite or an account by connection string, or an account by address with the process's own identity. */
export type AzureAccount = { readonly connectionString: string } | { readonly tableUrl: string };

const PAGE_SIZE = 1000;

/** Opens Azure Table Storage. Nothing is sent until the first call. `prefix` keeps tests apart from each other. */
export function openAzureStorage(account: AzureAccount, prefix = ''): Storage {
  let calls = 0;
  const counted = {
    name: 'countCalls',
    sendRequest: (request: never, next: (request: never) => Promise<never>) => {
      calls++;
      return next(request);
    },
  };
  const options = { allowInsecureConnection: 'connectionString' in account && account.connectionString.includes('http://') };
  const credential = 'tableUrl' in account ? new DefaultAzureCredential() : undefined;

  function client(name: string): TableClient {
    const made =
      'connectionString' in account
        ? TableClient.fromConnectionString(account.connectionString, name, options)
        : new TableClient(account.tableUrl, name, credential!, options);
    made.pipeline.addPolicy(counted, { afterPhase: 'Retry' });
    return made;
  }

  function service(): TableServiceClient {
    return 'connectionString' in account
      ? TableServiceClient.fromConnectionString(account.connectionString, options)
      : new TableServiceClient(account.tableUrl, credential!, options);
  }

  return {
    kind: 'azure',
    calls: () => calls,
    async ping() {
      const tables = service().listTables().byPage({ maxPageSize: 1 });
      await translate('ping', async () => void (await tables.next()));
    },
    async prepare() {
      const there = new Set<string>();
      await translate('prepare', async () => {
        for await (const table of service().listTables()) if (table.name) there.add(table.name);
      });
      const missing = definedTables().filter((definition) => !there.has(prefix + definition.name));
      await Promise.all(
        missing.map((definition) => translate(definition.name, () => client(prefix + definition.name).createTable())),
      );
    },
    table: <Row extends object>(definition: TableDefinition<Row>) =>
      openAzureTable(client(prefix + definition.name), definition),
  };
}

function openAzureTable<Row extends object>(client: TableClient, definition: TableDefinition<Row>): Table<Row> {
  const { name } = definition;
  const stored = (entity: TableEntityResult<Record<string, unknown>>): Stored<Row> => ({
    row: fromEntity(definition, entity),
    version: entity.etag,
  });
  return {
    async find(partition, row) {
      const [partitionKey, rowKey] = [encodeKey(...partition), encodeKey(...row)];
      const read = () => client.getEntity<Record<string, unknown>>(partitionKey, rowKey);
      const entity = await translate<Awaited<ReturnType<typeof read>> | undefined>(name, read, [404]);
      return entity && stored(entity);
    },
    async *list({ partition, rowPrefix } = {}) {
      const filters = [
        ...(partition ? [odata`PartitionKey eq ${encodeKey(...partition)}`] : []),
        ...(rowPrefix ? prefixFilter(encodeKey(...rowPrefix)) : []),
      ];
      const queryOptions = filters.length ? { filter: filters.join(' and ') } : {};
      const pages = client.listEntities<Record<string, unknown>>({ queryOptions }).byPage({ maxPageSize: PAGE_SIZE });
      for (;;) {
        const page = await translate(name, () => pages.next());
        if (page.done) return;
        for (const entity of page.value) yield stored(entity);
      }
    },
    insert: (row) => translate(name, async () => (await client.createEntity(toEntity(definition, row))).etag ?? ''),
    upsert: (row) => translate(name, async () => (await client.upsertEntity(toEntity(definition, row), 'Replace')).etag ?? ''),
    update: (row, version) =>
      translate(name, async () => (await client.updateEntity(toEntity(definition, row), 'Replace', { etag: version })).etag ?? ''),
    async remove(partition, row, version) {
      const options = version === undefined ? {} : { etag: version };
      await translate(name, async () => void (await client.deleteEntity(encodeKey(...partition), encodeKey(...row), options)), [404]);
    },
    async transact(changes) {
      if (changes.length === 0) return;
      await translate(name, async () => void (await client.submitTransaction(changes.map((change) => toAction(definition, change)))));
    },
  };
}

/** All keys that begin with `prefix`: up to, not including, the prefix with its last character raised by one. */
function prefixFilter(prefix: string): string[] {
  const end = prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);
  return [odata`RowKey ge ${prefix}`, odata`RowKey lt ${end}`];
}

function toAction<Row extends object>(definition: TableDefinition<Row>, change: Change<Row>): TransactionAction {
  if ('insert' in change) return ['create', toEntity(definition, change.insert)];
  if ('upsert' in change) return ['upsert', toEntity(definition, change.upsert), 'Replace'];
  if ('update' in change) return ['update', toEntity(definition, change.update), 'Replace', { etag: change.version }];
  return ['delete', { ...keysOf(definition, change.remove), etag: change.version ?? '*' }];
}
