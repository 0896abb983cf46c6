import {
  type ListTableItemsOptions,
  odata,
  type TableClient,
  type TableEntityResult,
  type TransactionAction,
} from '@azure/data-tables';
import { type AzureAccount, clientsOf } from './azure-clients.js';
import { openAzureQueue } from './azure-queue.js';
import { definedTables, keysOf, type TableDefinition } from './define-table.js';
import { fromEntity, toEntity } from './entity.js';
import { encodeKey } from './keys.js';
import { CALL_DEADLINE_MS, countRequests } from './pipeline.js';
import type { Change, Storage, Stored, Table } from './table.js';
import { QUEUES } from './queue.js';
import { checkTransaction } from './transaction.js';
import { translate } from './translate-error.js';

const PAGE_SIZE = 1000;
/** Nobody waits for an answer at the start, and the first token of an identity takes its time. */
const PREPARE_DEADLINE_MS = 30_000;

/** Opens Azure Table and Queue Storage. Nothing is sent until the first call. `prefix` keeps tests apart from each other. */
export function openAzureStorage(account: AzureAccount, prefix = '', deadlineMs = CALL_DEADLINE_MS): Storage {
  let calls = 0;
  const { client, service, queues } = clientsOf(account, deadlineMs);
  const tableClient = (name: string) => {
    const made = client(prefix + name);
    made.pipeline.addPolicy(
      countRequests(() => calls++),
      { afterPhase: 'Retry' },
    );
    return made;
  };
  return {
    kind: 'azure',
    calls: () => calls,
    async ping() {
      const tables = service.listTables().byPage({ maxPageSize: 1 });
      await translate('ping', async () => void (await tables.next()));
    },
    async prepare() {
      // A signal of its own for each call: Node takes one that more than ten listen to for a leak.
      const options = () => ({ abortSignal: AbortSignal.timeout(PREPARE_DEADLINE_MS) });
      const there = new Set<string>();
      await translate('prepare', async () => {
        for await (const { name } of service.listTables({ ...options(), ...beginningWith(prefix) }))
          if (name) there.add(name);
      });
      const missing = definedTables()
        .map(({ name }) => name)
        .filter((name) => !there.has(prefix + name));
      // Another process may make it meanwhile: the package takes that for success.
      await Promise.all([
        ...missing.map((name) => translate(name, () => client(prefix + name).createTable(options()))),
        ...QUEUES.map((name) =>
          translate(name, () => queues.getQueueClient(prefix + name).createIfNotExists(options())),
        ),
      ]);
    },
    queue: (name) => openAzureQueue(queues.getQueueClient(prefix + name), deadlineMs),
    table: <Row extends object>(definition: TableDefinition<Row>) =>
      openAzureTable(tableClient(definition.name), definition),
  };
}

/** Only the tables of a prefix: an account may hold many thousands of others. */
function beginningWith(prefix: string): ListTableItemsOptions {
  // `~` comes after every letter and digit.
  return prefix === ''
    ? {}
    : { queryOptions: { filter: odata`TableName ge ${prefix} and TableName lt ${`${prefix}~`}` } };
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
    async *list({ partition, partitionPrefix, partitionAfter, rowPrefix, rowAfter, rowBefore } = {}) {
      const filters = [
        ...(partition ? [odata`PartitionKey eq ${encodeKey(...partition)}`] : []),
        ...(partitionPrefix ? partitionsBelow(encodeKey(...partitionPrefix)) : []),
        ...(partitionAfter ? [odata`PartitionKey gt ${encodeKey(...partitionAfter)}`] : []),
        ...(rowPrefix ? rowsBelow(encodeKey(...rowPrefix)) : []),
        ...(rowAfter ? [odata`RowKey gt ${encodeKey(...rowAfter)}`] : []),
        ...(rowBefore ? [odata`RowKey lt ${encodeKey(...rowBefore)}`] : []),
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
    upsert: (row) =>
      translate(name, async () => (await client.upsertEntity(toEntity(definition, row), 'Replace')).etag ?? ''),
    update: (row, version) =>
      translate(name, async () => {
        const written = await client.updateEntity(toEntity(definition, row), 'Replace', { etag: version });
        return written.etag ?? '';
      }),
    async remove(partition, row, version) {
      const options = version === undefined ? {} : { etag: version };
      const [partitionKey, rowKey] = [encodeKey(...partition), encodeKey(...row)];
      await translate(name, async () => void (await client.deleteEntity(partitionKey, rowKey, options)), [404]);
    },
    async transact(changes) {
      if (changes.length === 0) return [];
      checkTransaction(definition, changes);
      const actions = changes.map((change) => toAction(definition, change));
      const { subResponses } = await translate(name, () => client.submitTransaction(actions));
      return subResponses.map(({ etag }) => etag ?? '');
    },
  };
}

/** All keys that go on after a prefix with a further part: `|` parts, and `}` is the character after it. */
function partitionsBelow(prefix: string): string[] {
  return [odata`PartitionKey ge ${`${prefix}|`}`, odata`PartitionKey lt ${`${prefix}}`}`];
}

function rowsBelow(prefix: string): string[] {
  return [odata`RowKey ge ${`${prefix}|`}`, odata`RowKey lt ${`${prefix}}`}`];
}

function toAction<Row extends object>(definition: TableDefinition<Row>, change: Change<Row>): TransactionAction {
  if ('insert' in change) return ['create', toEntity(definition, change.insert)];
  if ('upsert' in change) return ['upsert', toEntity(definition, change.upsert), 'Replace'];
  if ('update' in change) return ['update', toEntity(definition, change.update), 'Replace', { etag: change.version }];
  return ['delete', { ...keysOf(definition, change.remove) }];
}
