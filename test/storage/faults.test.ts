import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { openAzureStorage } from '../../src/storage/azure-storage.js';
import {
  deathAt,
  once,
  startStorageProxy,
  type StorageFault,
  type StorageProxy,
} from '../support/storage-proxy/index.js';
import { tablePrefix, preparedStorage } from '../support/test-storage.js';
import { all, thing, thingsTable } from './table-contract.js';

let proxy: StorageProxy;
beforeAll(async () => {
  proxy = await startStorageProxy(inject('azurite'));
});
beforeEach(() => {
  proxy.rule = undefined;
});
afterAll(() => proxy.close());

const through = (deadlineMs?: number) =>
  openAzureStorage({ connectionString: proxy.connectionString }, tablePrefix(), deadlineMs);
const rowsOf = async () => (await all((await preparedStorage()).table(thingsTable).list())).length;
const blows: StorageFault[] = [{ kind: 'status', status: 500 }, { kind: 'status', status: 503 }, { kind: 'cut' }];

describe('storage that falters once', () => {
  it.each(blows)('is asked again after $kind $status: nobody notices', async (fault) => {
    await preparedStorage();
    const table = through().table(thingsTable);
    proxy.rule = once(fault);
    const version = await table.insert(thing('1'));
    proxy.rule = once(fault);
    const next = await table.update(thing('1'), version);
    proxy.rule = once(fault);
    expect(await table.transact([{ update: thing('1'), version: next }, { insert: thing('2') }])).toHaveLength(2);
    proxy.rule = once(fault);
    expect((await all(table.list())).length).toBe(2);
  });

  it('names a conflict where somebody else wrote first, alone and in a transaction', async () => {
    await preparedStorage();
    const table = through().table(thingsTable);
    const version = await table.insert(thing('1'));
    proxy.rule = ({ canConflict }) => (canConflict ? { kind: 'conflict' } : undefined);
    const conflict = { code: 'storage_conflict' };
    await expect(table.update(thing('1'), version)).rejects.toMatchObject(conflict);
    await expect(table.transact([{ insert: thing('2') }, { update: thing('1'), version }])).rejects.toMatchObject(
      conflict,
    );
    expect(await rowsOf()).toBe(1);
  });
});

describe('storage that is silent', () => {
  it('did, or did not do, all of a transaction', async () => {
    await preparedStorage();
    const table = through(300).table(thingsTable);
    const both = [{ insert: thing('1') }, { insert: thing('2') }];
    proxy.rule = deathAt(1, 'before');
    await expect(table.transact(both)).rejects.toMatchObject({ code: 'storage_unavailable' });
    expect(await rowsOf()).toBe(0);
    proxy.rule = deathAt(1, 'after');
    await expect(table.transact(both)).rejects.toMatchObject({ code: 'storage_unavailable' });
    expect(await rowsOf()).toBe(2);
  });
});
