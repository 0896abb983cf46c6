import type { Queue, QueueName } from './queue.js';
import type { Storage, Stored, Table } from './table.js';

/** One call to storage, as operation sees it: never which row. */
export interface StorageCall {
  /** The name of the table or queue. */
  readonly table: string;
  readonly operation: keyof Table<object> | keyof Queue;
  readonly kind: 'read' | 'save' | 'queue';
}

/** Runs the call, and may look at how long it takes and how it ends. */
export type WatchCall = <T>(call: StorageCall, run: () => Promise<T>) => Promise<T>;

/** The same storage, each call of which is watched. Of a list it is the first page: the rest comes as it is read. */
export function watchedStorage(storage: Storage, watch: WatchCall): Storage {
  return {
    kind: storage.kind,
    calls: () => storage.calls(),
    ping: () => storage.ping(),
    prepare: () => storage.prepare(),
    table: (definition) => watchedTable(definition.name, storage.table(definition), watch),
    queue: (name) => watchedQueue(name, storage.queue(name), watch),
  };
}

function watchedTable<Row extends object>(name: string, table: Table<Row>, watch: WatchCall): Table<Row> {
  const read = <T>(operation: StorageCall['operation'], run: () => Promise<T>) =>
    watch({ table: name, operation, kind: 'read' }, run);
  const save = <T>(operation: StorageCall['operation'], run: () => Promise<T>) =>
    watch({ table: name, operation, kind: 'save' }, run);
  return {
    find: (...asked) => read('find', () => table.find(...asked)),
    async *list(query) {
      let rows: AsyncIterator<Stored<Row>> | undefined;
      try {
        const open = () => (rows = table.list(query)[Symbol.asyncIterator]()).next();
        const first = await read('list', async () => open());
        for (let result = first; !result.done; result = await rows!.next()) yield result.value;
      } finally {
        // Whoever stops reading in the middle lets the table go as well.
        await rows?.return?.();
      }
    },
    insert: (...wanted) => save('insert', () => table.insert(...wanted)),
    upsert: (...wanted) => save('upsert', () => table.upsert(...wanted)),
    update: (...wanted) => save('update', () => table.update(...wanted)),
    remove: (...wanted) => save('remove', () => table.remove(...wanted)),
    transact: (...wanted) => save('transact', () => table.transact(...wanted)),
  };
}

function watchedQueue(name: QueueName, queue: Queue, watch: WatchCall): Queue {
  const call = <T>(operation: StorageCall['operation'], run: () => Promise<T>) =>
    watch({ table: name, operation, kind: 'queue' }, run);
  return {
    put: (...wanted) => call('put', () => queue.put(...wanted)),
    take: (...wanted) => call('take', () => queue.take(...wanted)),
    peek: (...wanted) => call('peek', () => queue.peek(...wanted)),
    remove: (...wanted) => call('remove', () => queue.remove(...wanted)),
    replace: (...wanted) => call('replace', () => queue.replace(...wanted)),
    size: () => call('size', () => queue.size()),
  };
}
