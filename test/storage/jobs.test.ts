import { describe, expect, inject, it } from 'vitest';
import { createJob, claimed, cancelled, finished } from '../../src/jobs/transitions.js';
import { jobsTable, openJobs, openStorage } from '../../src/storage/index.js';
import type { DueJob, JobStore } from '../../src/jobs/index.js';
import { once, startStorageProxy } from '../support/storage-proxy/index.js';
import { tablePrefix, preparedStorage } from '../support/test-storage.js';
import { all } from './table-contract.js';

const now = new Date('2026-06-01T07:00:00.000Z');
const at = (ms: number) => new Date(now.getTime() + ms);
const job = (id: string, dueAt = now, organisation = 'Älvsjö') =>
  createJob({ organisation, id, kind: 'remind', dueAt, data: { round: 'å' } }, now);
const claim = { id: 'c1', holder: 'h1', until: at(60_000) };

async function dueIds(store: JobStore, when = now): Promise<string[]> {
  const found: DueJob[] = [];
  for await (const due of store.due(when)) found.push(due);
  return found.map(({ organisation, id }) => `${organisation} ${id}`);
}

describe('openJobs', () => {
  it('finds what is due in all organisations with one call, to the millisecond, the oldest of each first', async () => {
    const storage = await preparedStorage();
    const store = openJobs(storage);
    for (const [id, ms] of [
      ['now', 0],
      ['soon', 1],
      ['old', -5000],
      ['a/å#?|1', -1],
    ] as const)
      await store.insert(job(id, at(ms)));
    await store.insert(job('theirs', at(-1), 'Norra'));
    const calls = storage.calls();
    expect(await dueIds(store)).toEqual(['Norra theirs', 'Älvsjö old', 'Älvsjö a/å#?|1', 'Älvsjö now']);
    expect(storage.calls() - calls).toBe(1);
  });

  it('keeps one row in the list of times for a job that waits, and none for one that is over', async () => {
    const storage = await preparedStorage();
    const store = openJobs(storage);
    const rows = async () => (await all(storage.table(jobsTable).list())).map(({ row, id }) => `${row} ${id}`).sort();
    await store.insert(job('a'));
    await store.hold(claimed(job('a'), claim), (await store.find('Älvsjö', 'a'))!);
    expect(await rows()).toEqual(['due a', 'job a']);
    const held = (await store.find('Älvsjö', 'a'))!;
    await store.save({ ...held.job, startAfter: at(99) }, held);
    expect(await rows()).toEqual(['due a', 'job a']);
    expect(await dueIds(store, at(98))).toEqual([]);
    expect(await dueIds(store, at(99))).toEqual(['Älvsjö a']);
    const moved = (await store.find('Älvsjö', 'a'))!;
    await store.save(finished(moved.job, now), moved);
    expect(await rows()).toEqual(['job a']);
  });

  it('refuses every write over a version that is no longer the newest, and changes nothing', async () => {
    const store = openJobs(await preparedStorage());
    await store.insert(job('a'));
    const stale = (await store.find('Älvsjö', 'a'))!;
    const held = await store.hold(claimed(stale.job, claim), stale);
    const conflict = { code: 'storage_conflict' };
    await expect(store.hold(claimed(stale.job, claim), stale)).rejects.toMatchObject(conflict);
    await expect(store.save(cancelled(stale.job, now), stale)).rejects.toMatchObject(conflict);
    await expect(store.insert(job('a', at(5)))).rejects.toMatchObject(conflict);
    expect(await store.find('Älvsjö', 'a')).toMatchObject(held);
    expect(await dueIds(store)).toEqual(['Älvsjö a']);
  });

  it('takes a write whose receipt was lost for what it is: written', async () => {
    await preparedStorage();
    const proxy = await startStorageProxy(inject('azurite'));
    const loseReceipt = () => (proxy.rule = once({ kind: 'carried-out-then', blow: { kind: 'cut' } }));
    const location = { kind: 'connection-string', connectionString: proxy.connectionString } as const;
    const store = openJobs(openStorage(location, tablePrefix()));
    loseReceipt();
    await store.insert(job('a'));
    const found = (await store.find('Älvsjö', 'a'))!;
    loseReceipt();
    const held = await store.hold(claimed(found.job, claim), found);
    expect(held.job.claim?.id).toBe('c1');
    loseReceipt();
    await store.save(finished(held.job, now), held);
    expect((await store.find('Älvsjö', 'a'))?.job.state).toBe('done');
    await proxy.close();
  });
});
