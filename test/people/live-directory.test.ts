import { beforeEach, describe, expect, it } from 'vitest';
import {
  createLiveDirectory,
  type LiveDirectory,
  type PeopleStore,
  type Person,
  planImport,
} from '../../src/people/index.js';
import { type MemoryPeopleStore, memoryPeopleStore } from './memory-people-store.js';
import { somePerson } from './some-people.js';

const hr = somePerson(1, { roles: ['hr'] });
const anna = somePerson(2, { managerId: hr.id });
let now: Date;
let store: MemoryPeopleStore;
let directory: LiveDirectory;

async function importPeople(incoming: readonly Person[]): Promise<void> {
  const current: Person[] = [];
  for await (const person of store.list()) current.push(person);
  await store.apply(planImport({ current, incoming, removeMissing: true }), { generation: await store.live(), now });
}

beforeEach(() => {
  now = new Date('2025-03-03T09:00:00Z');
  store = memoryPeopleStore();
  directory = createLiveDirectory({ store, clock: () => now });
});

describe('createLiveDirectory', () => {
  it('is empty and says so until something is imported', async () => {
    expect(await directory.refresh()).toBe(false);
    expect(directory.size).toBe(0);
    expect(directory.status()).toEqual({ generation: undefined, ageMs: undefined });
  });

  it('loads a new generation and answers every look-up from it', async () => {
    await importPeople([hr, anna]);
    expect(await directory.refresh()).toBe(true);
    expect(directory.size).toBe(2);
    expect(directory.find(anna.id)).toEqual(anna);
    expect(directory.findByEmail(anna.email)).toEqual(anna);
    expect(directory.managerOf(anna.id)).toEqual(hr);
    expect(directory.reportsOf(hr.id)).toEqual([anna]);
    expect(directory.inDepartment('Norra nämnden', 'Förskola')).toEqual([hr, anna]);
  });

  it('reads no person again while the generation is the same', async () => {
    await importPeople([hr]);
    let reads = 0;
    const counting: PeopleStore = { ...store, list: (generation) => (reads++, store.list(generation)) };
    directory = createLiveDirectory({ store: counting, clock: () => now });
    expect([await directory.refresh(), await directory.refresh()]).toEqual([true, false]);
    expect(reads).toBe(1);
    await importPeople([hr, anna]);
    expect(await directory.refresh()).toBe(true);
    expect(reads).toBe(2);
  });

  it('serves the old people while the new are loading', async () => {
    await importPeople([hr]);
    const seen: number[] = [];
    const watched: PeopleStore = {
      ...store,
      async *list(generation) {
        for await (const person of store.list(generation)) {
          seen.push(directory.size);
          yield person;
        }
      },
    };
    directory = createLiveDirectory({ store: watched, clock: () => now });
    await directory.refresh();
    seen.length = 0;
    await importPeople([hr, anna]);
    expect(await directory.refresh()).toBe(true);
    expect(seen).toEqual([1, 1]);
    expect(directory.size).toBe(2);
  });

  it('shares one look between calls at the same time', async () => {
    await importPeople([hr]);
    let looks = 0;
    const counting: PeopleStore = { ...store, live: () => (looks++, store.live()) };
    directory = createLiveDirectory({ store: counting, clock: () => now });
    expect(await Promise.all([directory.refresh(), directory.refresh()])).toEqual([true, true]);
    expect(looks).toBe(1);
  });

  it('says how long ago the store confirmed it', async () => {
    await importPeople([hr]);
    await directory.refresh();
    now = new Date(now.getTime() + 90_000);
    expect(directory.status()).toEqual({ generation: await store.live(), ageMs: 90_000 });
    await directory.refresh();
    expect(directory.status().ageMs).toBe(0);
  });

  it('keeps serving and growing older when the store fails', async () => {
    await importPeople([hr]);
    let isDown = false;
    const failing: PeopleStore = { ...store, live: () => (isDown ? Promise.reject(new Error('down')) : store.live()) };
    directory = createLiveDirectory({ store: failing, clock: () => now });
    await directory.refresh();
    isDown = true;
    now = new Date(now.getTime() + 60_000);
    await expect(directory.refresh()).rejects.toThrow('down');
    expect(directory.find(hr.id)).toEqual(hr);
    expect(directory.status().ageMs).toBe(60_000);
    isDown = false;
    expect(await directory.refresh()).toBe(false);
    expect(directory.status().ageMs).toBe(0);
  });

  it('keeps serving when the pointer is gone', async () => {
    await importPeople([hr]);
    let isGone = false;
    const emptied: PeopleStore = { ...store, live: async () => (isGone ? undefined : store.live()) };
    directory = createLiveDirectory({ store: emptied, clock: () => now });
    await directory.refresh();
    isGone = true;
    now = new Date(now.getTime() + 60_000);
    expect(await directory.refresh()).toBe(false);
    expect(directory.size).toBe(1);
    expect(directory.status().ageMs).toBe(60_000);
  });

  it('does not take a generation that was swept while it was read', async () => {
    await importPeople([hr]);
    await directory.refresh();
    await importPeople([hr, anna]);
    const half: PeopleStore = {
      ...store,
      async *list(generation) {
        for await (const person of store.list(generation)) if (person.id === hr.id) yield person;
      },
    };
    const other = createLiveDirectory({ store: half, clock: () => now });
    await expect(other.refresh()).rejects.toMatchObject({ code: 'storage_conflict', facts: { expected: 2, found: 1 } });
    expect(other.size).toBe(0);
  });

  it('never sees half an import, wherever it crashes', async () => {
    await importPeople([hr]);
    await directory.refresh();
    for (const writes of [0, 1, 2]) {
      store.crashAfter(writes);
      await expect(importPeople([hr, anna])).rejects.toMatchObject({ code: 'storage_unavailable' });
      expect(await directory.refresh()).toBe(false);
      expect(directory.size).toBe(1);
    }
    store.crashAfter(3);
    await importPeople([hr, anna]);
    expect(await directory.refresh()).toBe(true);
    expect(directory.size).toBe(2);
  });
});

describe('a directory with people who must not be served', () => {
  it('is refused, and the one before goes on', async () => {
    const check = (people: readonly Person[]) => {
      if (people.some(({ id }) => id === anna.id)) throw new Error('demo');
    };
    directory = createLiveDirectory({ store, clock: () => now, check });
    await importPeople([hr]);
    await directory.refresh();
    await importPeople([hr, anna]);
    await expect(directory.refresh()).rejects.toThrow('demo');
    expect([directory.size, directory.find(anna.id)]).toEqual([1, undefined]);
  });
});
