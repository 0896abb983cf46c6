import { beforeEach, describe, expect, it } from 'vitest';
import type { RoundItem, RoundStore } from '../../src/plan/index.js';
import { openRounds, type Storage } from '../../src/storage/index.js';
import { breakable } from '../bot/support/breakable-storage.js';
import { ORGANISATION, someItem, someResponse, someRound } from '../plan/round/some-items.js';
import { testStorage } from '../support/test-storage.js';

let storage: Storage;
let store: RoundStore;
beforeEach(async () => {
  storage = await testStorage();
  store = openRounds(storage);
});

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(row);
  return found;
}
const unit = { organisation: ORGANISATION, round: 'r1', department: 'Förskola', unit: 'Solen' };
const key = '2026-forskola/1';
const digests = () => all(store.digests(ORGANISATION, 'r1'));
const keys = (items: readonly RoundItem[]) => items.map((item) => `${item.unit}:${item.position}`);

/** What is stored of the round, to compare before and after. */
const everything = async () => ({
  items: await all(store.items(ORGANISATION, 'r1')),
  digests: await digests(),
  exceptions: await all(store.exceptions(ORGANISATION, 'r1')),
  histories: await all(store.histories(ORGANISATION, 'r1')),
});

async function answer(item: Partial<RoundItem>, at = key): Promise<RoundItem> {
  const stored = (await store.findItem(unit, at))!;
  return (await store.save({ ...stored.item, ...item }, stored.version)).item;
}

describe('rounds in storage', () => {
  it('are created once, found, changed under their version and listed newest first', async () => {
    const [older, newer] = [new Date('2026-01-02T10:00:00Z'), new Date('2026-05-02T10:00:00Z')];
    const first = someRound({ id: store.idFor(older, 'a'), createdAt: older });
    const second = someRound({ id: store.idFor(newer, 'b'), createdAt: newer });
    expect([await store.create(first), await store.create(second), await store.create(first)]).toEqual([
      true,
      true,
      false,
    ]);
    await store.create(someRound({ organisation: 'Norrmalm' }));
    expect(await all(store.list(ORGANISATION))).toEqual([second, first]);
    const stored = (await store.find(ORGANISATION, first.id))!;
    const open = await store.update({ ...stored.round, state: 'open', broadcast: 'b1' }, stored.version);
    expect(await store.find(ORGANISATION, first.id)).toEqual(open);
    await expect(store.update(first, stored.version)).rejects.toMatchObject({ code: 'storage_conflict' });
    expect(await store.find('Norrmalm', first.id)).toBeUndefined();
  });

  it('keep what a unit is asked, in the order of plans and positions, and say where a person is asked', async () => {
    const items = [someItem(10), someItem(9), someItem(1, { plan: '2026-aldre', key: '2026-aldre/1' })];
    await store.addUnit(items);
    await store.addUnit([someItem(1, { unit: '', persons: ['chef-1', 'rektor-1'] })]);
    expect((await store.unitItems(unit)).map(({ item }) => item)).toEqual([items[2], items[1], items[0]]);
    expect(await store.assignments(ORGANISATION, 'rektor-1', 'r1')).toEqual(
      [
        { organisation: ORGANISATION, person: 'rektor-1', round: 'r1', department: 'Förskola', unit: 'Solen' },
        { organisation: ORGANISATION, person: 'rektor-1', round: 'r1', department: 'Förskola', unit: '' },
      ].sort((one, other) => one.unit.localeCompare(other.unit)),
    );
    expect(await store.assignments(ORGANISATION, 'rektor-1', 'r2')).toEqual([]);
    expect(await all(store.items(ORGANISATION, 'r'))).toEqual([]);
  });

  it('take a unit of 500 items with 30 persons each, and its digest', async () => {
    const persons = Array.from({ length: 30 }, (_, n) => `0f8fad5b-d9cb-469f-a165-7086772890${n + 10}`);
    await store.addUnit(Array.from({ length: 500 }, (_, n) => someItem(n + 1, { persons })));
    const [digest] = await digests();
    expect(Object.keys(digest!.items).length).toBe(500);
    expect(digest!.persons).toEqual(persons);
    expect(await store.unitItems(unit)).toHaveLength(500);
  }, 30_000);

  it('change nothing when a unit is added again, whatever was answered', async () => {
    const items = [someItem(1), someItem(2, { moves: 1 })];
    await store.addUnit(items);
    await answer({ response: someResponse(1, { status: 'försenad' }), moves: 1 });
    const before = await everything();
    await store.addUnit(items);
    expect(await everything()).toEqual(before);
    expect(keys(before.exceptions)).toEqual(['Solen:1', 'Solen:2']);
  });

  it('refuse items of two units as one', async () => {
    await expect(store.addUnit([someItem(1), someItem(1, { unit: 'Månen' })])).rejects.toMatchObject({
      code: 'row_invalid',
    });
  });

  it('are written to the end when a crash cut them off between two transactions', async () => {
    const broken = breakable(storage);
    let transactions = 0;
    broken.fails = (table, call) => table === 'roundunits' && call === 'transact' && ++transactions > 1;
    const items = Array.from({ length: 120 }, (_, n) => someItem(n + 1));
    await expect(openRounds(broken).addUnit(items)).rejects.toMatchObject({ code: 'storage_unavailable' });
    const [cut] = await digests();
    // What is there is counted, what is not there is not.
    expect(Object.keys(cut!.items).sort()).toEqual((await store.unitItems(unit)).map(({ item }) => item.key).sort());
    expect(Object.keys(cut!.items).length).toBe(49);
    await store.addUnit(items);
    expect((await store.unitItems(unit)).map(({ item }) => item)).toEqual(items);
    expect(Object.keys((await digests())[0]!.items).length).toBe(120);
  });

  it('count the answer in the digest, keep the history and copy exceptions, all at once', async () => {
    await store.addUnit([someItem(1), someItem(2)]);
    await answer({ response: someResponse(1, { status: 'avvikelse', reason: 'Sjukdom' }) });
    expect((await digests())[0]!.items[key]).toEqual({ said: 'avvikelse', moves: 0, persons: [0] });
    expect(keys(await all(store.exceptions(ORGANISATION, 'r1')))).toEqual(['Solen:1']);
    await answer({ response: someResponse(2, { status: 'klar' }) });
    expect((await digests())[0]!.items[key]?.said).toBe('klar');
    expect(await all(store.exceptions(ORGANISATION, 'r1'))).toEqual([]);
    expect((await store.history(unit, key)).map(({ status }) => status)).toEqual(['avvikelse', 'klar']);
    // HR opens it anew: silent again, and what was said stays.
    await answer({ response: undefined });
    expect((await digests())[0]!.items[key]?.said).toBe('');
    await answer({ response: someResponse(3, { newDue: '2026-09-01' }), moves: 1 });
    expect((await store.history(unit, key)).map(({ version }) => version)).toEqual([1, 2, 3]);
    expect((await all(store.exceptions(ORGANISATION, 'r1')))[0]).toEqual((await store.findItem(unit, key))!.item);
  });

  it('never have a digest or history that is behind: what fails is not written at all', async () => {
    await store.addUnit([someItem(1)]);
    const before = await everything();
    const broken = breakable(storage);
    broken.fails = (table, call) => table === 'roundunits' && call === 'transact';
    const stored = (await store.findItem(unit, key))!;
    const said = { ...stored.item, response: someResponse(1, { status: 'avbruten' }) };
    await expect(openRounds(broken).save(said, stored.version)).rejects.toMatchObject({ code: 'storage_unavailable' });
    expect(await everything()).toEqual(before);
  });

  it('let one of two writers of an item have it, and both of two items of a unit', async () => {
    await store.addUnit([someItem(1), someItem(2)]);
    const stored = await store.unitItems(unit);
    const save = (n: number, comment: string) =>
      store.save({ ...stored[n]!.item, response: someResponse(1, { comment }) }, stored[n]!.version);
    const results = await Promise.allSettled([save(0, 'jag'), save(0, 'nej, jag'), save(1, 'det andra')]);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused.map(({ reason }) => (reason as { code: string }).code)).toEqual(['storage_conflict']);
    expect(results[2].status).toBe('fulfilled');
    expect(Object.values((await digests())[0]!.items).map(({ said }) => said)).toEqual(['pågår', 'pågår']);
    expect(await store.history(unit, key)).toHaveLength(1);
  });

  it('say of a deputy where to answer, before the item names one', async () => {
    await store.addUnit([someItem(1)]);
    await answer({ deputies: ['deputy-1'] });
    expect(await store.assignments(ORGANISATION, 'deputy-1', 'r1')).toHaveLength(1);
    expect((await digests())[0]).toMatchObject({
      persons: ['rektor-1', 'deputy-1'],
      items: { [key]: { persons: [0, 1] } },
    });
    expect(await store.history(unit, key)).toEqual([]);
  });

  it('are read over all units of one round, items and answers in the same order', async () => {
    for (const name of ['Solen', 'Månen', ''])
      await store.addUnit([10, 9, 1].map((n) => someItem(n, { unit: name, moves: n === 9 ? 1 : 0 })));
    await store.addUnit([someItem(1, { round: 'r2' })]);
    await store.addUnit([someItem(1, { organisation: 'Norrmalm' })]);
    for (const n of [10, 9]) {
      await answer({ response: someResponse(1) }, `2026-forskola/${n}`);
      await answer({ response: someResponse(2) }, `2026-forskola/${n}`);
    }
    const items = await all(store.items(ORGANISATION, 'r1'));
    expect(keys(items)).toEqual(
      [':', 'Månen:', 'Solen:'].flatMap((name) => [1, 9, 10].map((n) => `${name.replace(':', '')}:${n}`)),
    );
    expect(await digests()).toHaveLength(3);
    expect(keys(await all(store.exceptions(ORGANISATION, 'r1')))).toEqual([':9', 'Månen:9', 'Solen:9']);
    const histories = await all(store.histories(ORGANISATION, 'r1'));
    expect(histories.map(({ unit: at, key: of, response }) => [at.unit, of, response.version])).toEqual([
      ['Solen', '2026-forskola/9', 1],
      ['Solen', '2026-forskola/9', 2],
      ['Solen', '2026-forskola/10', 1],
      ['Solen', '2026-forskola/10', 2],
    ]);
  });
});
