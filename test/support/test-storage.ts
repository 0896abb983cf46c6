import { createHash } from 'node:crypto';
import { TableClient } from '@azure/data-tables';
import { QueueClient } from '@azure/storage-queue';
import { expect, inject } from 'vitest';
import { openStorage, type Storage } from '../../src/storage/index.js';

/**
 * Storage in the run's Azurite with tables of this test alone. Called twice in one test it opens the same tables twice, as
 * two processes do. Outside a test (beforeAll) it needs a `name`. A table is made when it is first used: a test needs a few
 * of them, and Azurite looks through all tables there are each time that one is made.
 */
export async function testStorage(name?: string): Promise<Storage> {
  const connectionString = inject('azurite');
  const prefix = tablePrefix(name);
  const storage = openStorage({ kind: 'connection-string', connectionString }, prefix);
  const made = new Map<string, Promise<unknown>>();
  const once = (place: string, make: () => Promise<unknown>) => {
    if (!made.has(place)) made.set(place, make());
    return made.get(place);
  };
  return {
    ...storage,
    prepare: () => Promise.resolve(),
    table: (definition) => {
      const place = prefix + definition.name;
      const make = () =>
        TableClient.fromConnectionString(connectionString, place, { allowInsecureConnection: true }).createTable();
      return afterwards(storage.table(definition), () => once(`table ${place}`, make));
    },
    queue: (queue) => {
      const place = prefix + queue;
      return afterwards(storage.queue(queue), () =>
        once(`queue ${place}`, () => new QueueClient(connectionString, place).createIfNotExists()),
      );
    },
  };
}

/** As `testStorage`, with every table there from the start: for tests that reach them in another way as well. */
export async function preparedStorage(name?: string): Promise<Storage> {
  const storage = openStorage({ kind: 'connection-string', connectionString: inject('azurite') }, tablePrefix(name));
  await storage.prepare();
  return storage;
}

/** `t` and a hash of file and test: table names are letters and digits only. */
export function tablePrefix(name?: string): string {
  const { testPath, currentTestName = name } = expect.getState();
  if (currentTestName === undefined)
    throw new Error('testStorage() belongs into a test: its tables are named after it.');
  return `t${createHash('sha256')
    .update(`${inject('run')}|${testPath}|${currentTestName}`)
    .digest('hex')
    .slice(0, 16)}`;
}

/** The same table or queue, each of whose calls waits until it is there. */
function afterwards<Place extends object>(place: Place, there: () => Promise<unknown> | undefined): Place {
  return new Proxy(place, {
    get(target, call) {
      const original: unknown = Reflect.get(target, call);
      // Whoever awaits the table itself asks it for a `then`.
      if (typeof original !== 'function') return original;
      const list = async function* (...args: unknown[]) {
        await there();
        yield* Reflect.apply(original, target, args) as AsyncIterable<unknown>;
      };
      return call === 'list'
        ? list
        : async (...args: unknown[]) => {
            await there();
            return Reflect.apply(original, target, args) as unknown;
          };
    },
  });
}
