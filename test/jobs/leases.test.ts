import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createLeases } from '../../src/jobs/index.js';
import { openLeases } from '../../src/storage/index.js';
import { testStorage } from '../support/test-storage.js';

const START = new Date('2026-06-01T07:00:00.000Z');

async function open() {
  const storage = await testStorage();
  let now = START;
  return {
    storage,
    clock: () => now,
    leases: createLeases({ store: openLeases(storage), clock: () => now }),
    wait: (ms: number) => void (now = new Date(now.getTime() + ms)),
  };
}

describe('leases', () => {
  it('are held by one at a time, and renewed by the same', async () => {
    const { leases } = await open();
    expect(await leases.take('sweep', 'a', 1000)).toBe(true);
    expect(await leases.take('sweep', 'b', 1000)).toBe(false);
    expect(await leases.take('sweep', 'a', 1000)).toBe(true);
    expect(await leases.take('other', 'b', 1000)).toBe(true);
  });

  it('are taken over when they end, not before, and a renewal counts anew', async () => {
    const world = await open();
    await world.leases.take('sweep', 'a', 1000);
    world.wait(600);
    await world.leases.take('sweep', 'a', 1000);
    world.wait(999);
    expect(await world.leases.take('sweep', 'b', 1000)).toBe(false);
    world.wait(1);
    expect(await world.leases.take('sweep', 'b', 1000)).toBe(true);
    expect(await world.leases.take('sweep', 'a', 1000)).toBe(false);
  });

  it('are let go by their holder alone', async () => {
    const { leases } = await open();
    await leases.take('sweep', 'a', 1000);
    await leases.release('sweep', 'b');
    expect(await leases.take('sweep', 'b', 1000)).toBe(false);
    await leases.release('sweep', 'a');
    expect(await leases.take('sweep', 'b', 1000)).toBe(true);
    await leases.release('never taken', 'a');
  });

  it('are not said to be held when storage took longer than they last', async () => {
    const world = await open();
    const store = openLeases(world.storage);
    let takes = 1000;
    const save: typeof store.save = async (...args) => {
      await store.save(...args);
      world.wait(takes);
    };
    const slow = createLeases({ store: { ...store, save }, clock: world.clock });
    expect(await slow.take('sweep', 'a', 1000)).toBe(false);
    expect(await world.leases.take('sweep', 'b', 1000)).toBe(true);
    world.wait(1000);
    takes = 999;
    expect(await slow.take('sweep', 'a', 1000)).toBe(true);
  });

  it('cost one read and one write', async () => {
    const { storage, leases } = await open();
    for (const holder of ['a', 'a']) {
      const before = storage.calls();
      await leases.take('sweep', holder, 1000);
      expect(storage.calls() - before).toBe(2);
    }
    const before = storage.calls();
    await leases.take('sweep', 'b', 1000);
    expect(storage.calls() - before).toBe(1);
  });

  it('never have two of eight competitors at a time, while most get their turn', async () => {
    // Real time: each holds for some ms, lets go or lets it end, and all try again and again.
    const held = new Map<string, number>();
    const turns: string[] = [];
    const compete = async (holder: string) => {
      const leases = createLeases({ store: openLeases(await testStorage()), clock: () => new Date() });
      for (; turns.length < 32 || new Set(turns).size < 5; await wait(5)) {
        const asked = Date.now();
        if (!(await leases.take('sweep', holder, 300))) continue;
        // What it may count on: 300 ms from when it asked.
        const others = [...held].filter(([other, until]) => other !== holder && until > Date.now());
        expect(others).toEqual([]);
        held.set(holder, asked + 300);
        turns.push(holder);
        await wait(20);
        if (turns.length % 4 === 0) continue;
        held.delete(holder);
        await leases.release('sweep', holder);
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, n) => compete(`holder-${n}`)));
  });
});
