import { describe, expect, it } from 'vitest';
import { type ImportPlan, type PeopleStore, type Person, planImport } from '../../src/people/index.js';
import { somePerson } from './some-people.js';

export interface StoreOnTrial {
  readonly store: PeopleStore;
  /** Lets this many writes (calls to storage that write) through, then every write throws. */
  readonly crashAfter: (writes: number) => void;
}

const now = new Date('2025-03-03T09:00:00Z');
/** Long enough for every sweep to look at what the first import left. */
const later = new Date('2025-03-31T09:00:00Z');
const hr = (organisation: string, n: number) => somePerson(n, { organisation, roles: ['hr'] });
/** Two organisations and more than the 100 rows of one transaction. */
const before = [hr('Norra nämnden', 1), hr('Södra nämnden', 2), ...range(3, 150).map((n) => somePerson(n))];
const after = [...before.slice(0, 120).map((person) => ({ ...person, unit: 'Fruängen' })), somePerson(200)];

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, n) => from + n);
}

function planTo(current: readonly Person[], incoming: readonly Person[]): ImportPlan {
  return planImport({ current, incoming, removeMissing: true });
}

async function peopleIn(store: PeopleStore): Promise<Person[]> {
  const people: Person[] = [];
  for await (const person of store.list()) people.push(person);
  return people.sort((a, b) => a.id.localeCompare(b.id));
}

/** What every PeopleStore keeps; the one in storage/ passes the same trial as the one in memory. */
export function describePeopleStore(name: string, open: () => Promise<StoreOnTrial> | StoreOnTrial): void {
  describe(`PeopleStore: ${name}`, () => {
    it('is empty before the first import', async () => {
      const { store } = await open();
      expect(await store.live()).toBeUndefined();
      expect(await peopleIn(store)).toEqual([]);
    });

    it('gives back the people of the last import', async () => {
      const { store } = await open();
      const first = await store.apply(planTo([], before), { generation: undefined, now });
      expect(first).toMatchObject({ people: before.length, importedAt: now });
      expect(await store.live()).toEqual(first);
      expect(await peopleIn(store)).toEqual(before);
      const second = await store.apply(planTo(before, after), { generation: first, now: later });
      expect(second.id).not.toBe(first.id);
      expect(await peopleIn(store)).toEqual(after);
    });

    it('lets a reader finish on the generation before', async () => {
      const { store } = await open();
      const first = await store.apply(planTo([], before), { generation: undefined, now });
      const reader = store.list(first)[Symbol.asyncIterator]();
      const read = [(await reader.next()).value as Person];
      await store.apply(planTo(before, after), { generation: first, now: later });
      for (let next = await reader.next(); !next.done; next = await reader.next()) read.push(next.value);
      expect(read.sort((a, b) => a.id.localeCompare(b.id))).toEqual(before);
    });

    it('leaves the old directory whole wherever an import crashes', async () => {
      for (let writes = 0; ; writes++) {
        const { store, crashAfter } = await open();
        const first = await store.apply(planTo([], before), { generation: undefined, now });
        crashAfter(writes);
        const applied = await store.apply(planTo(before, after), { generation: first, now: later }).then(
          () => true,
          () => false,
        );
        expect(await peopleIn(store)).toEqual(applied ? after : before);
        if (applied) return expect(writes).toBeGreaterThan(1);
      }
    });

    it('imports again after a crash', async () => {
      const { store, crashAfter } = await open();
      const first = await store.apply(planTo([], before), { generation: undefined, now });
      crashAfter(1);
      await expect(store.apply(planTo(before, after), { generation: first, now: later })).rejects.toThrow();
      crashAfter(Infinity);
      await store.apply(planTo(before, after), { generation: first, now: later });
      expect(await peopleIn(store)).toEqual(after);
    });

    it('refuses a plan made before another import', async () => {
      const { store } = await open();
      const first = await store.apply(planTo([], before), { generation: undefined, now });
      await store.apply(planTo(before, after), { generation: first, now: later });
      await expect(
        store.apply(planTo(before, before.slice(0, 5)), { generation: first, now: later }),
      ).rejects.toMatchObject({
        code: 'storage_conflict',
      });
      await expect(store.apply(planTo([], before), { generation: undefined, now })).rejects.toMatchObject({
        code: 'storage_conflict',
      });
      expect(await peopleIn(store)).toEqual(after);
    });

    it('refuses a plan with refusals', async () => {
      const { store } = await open();
      const refused = store.apply(planTo([], []), { generation: undefined, now });
      await expect(refused).rejects.toMatchObject({ code: 'import_refused' });
      expect(await store.live()).toBeUndefined();
    });
  });
}
