import { afterAll, beforeAll } from 'vitest';
import { AppError } from '../../src/errors.js';
import {
  openPeople,
  openStorage,
  type Storage,
  type StorageLocation,
  type TableDefinition,
} from '../../src/storage/index.js';
import { type Account, emptyAccount } from '../support/own-account.js';
import { memoryPeopleStore } from './memory-people-store.js';
import { describePeopleStore, type StoreOnTrial } from './people-store-contract.js';

let azurite: Account;
let opened = 0;

beforeAll(async () => void (azurite = await emptyAccount()), 60_000);
afterAll(() => azurite.stop());

describePeopleStore('in memory, for tests', () => {
  const store = memoryPeopleStore();
  return { store, crashAfter: (writes) => store.crashAfter(writes) };
});

describePeopleStore('storage in memory', () => onTrial({ kind: 'memory' }));

describePeopleStore('storage in Azurite', () =>
  onTrial({ kind: 'connection-string', connectionString: azurite.connectionString }),
);

/** The real store over tables of its own, with a switch that lets so many calls that write through. */
async function onTrial(location: StorageLocation): Promise<StoreOnTrial> {
  const storage = openStorage(location, `t${++opened}`);
  await storage.prepare();
  let left = Infinity;
  const failing: Storage = {
    ...storage,
    table<Row extends object>(definition: TableDefinition<Row>) {
      const table = storage.table(definition);
      const cut =
        <Args extends unknown[], Result>(write: (...args: Args) => Promise<Result>) =>
        (...args: Args): Promise<Result> =>
          left-- > 0 ? write(...args) : Promise.reject(new AppError('storage_unavailable', 'The power is cut.'));
      return {
        ...table,
        insert: cut((row: Row) => table.insert(row)),
        upsert: cut((row: Row) => table.upsert(row)),
        update: cut((row: Row, version: string) => table.update(row, version)),
        remove: cut((...args: Parameters<typeof table.remove>) => table.remove(...args)),
        transact: cut((changes: Parameters<typeof table.transact>[0]) => table.transact(changes)),
      };
    },
  };
  return { store: openPeople(failing), crashAfter: (writes) => void (left = writes) };
}
