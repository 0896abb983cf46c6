import { expect, it } from 'vitest';
import type { Delivery } from '../../src/broadcast/index.js';
import { createLedger } from '../../src/broadcast/ledger.js';
import type { LedgerStore, LedgerWrite } from '../../src/broadcast/ledger-store.js';

const rows = Array.from(
  { length: 6000 },
  (_, n) =>
    ({ organisation: 'o', broadcast: 'b', person: `p${n}`, state: 'pending', createdAt: new Date(0) }) as Delivery,
);

/** A store that holds each write until the others that were begun meanwhile are there too. */
function slowStore(fails: (write: LedgerWrite) => boolean = () => false) {
  const written: Delivery[] = [];
  const under: string[] = [];
  let most = 0;
  const store = {
    tally: async () => undefined,
    async write(write: LedgerWrite) {
      const { lane } = write.tally.row;
      if (under.includes(lane)) throw new Error('Two writes of one tally.');
      under.push(lane);
      most = Math.max(most, under.length);
      await new Promise((resolve) => setImmediate(resolve));
      under.splice(under.indexOf(lane), 1);
      if (fails(write)) throw new Error('trasig');
      written.push(...write.rows.map(({ row }) => row));
      return { rows: write.rows.map(() => 'v'), tally: 'v' };
    },
  } as unknown as LedgerStore;
  return { store, written, under, most: () => most };
}

it('new rows of a large audience go into several lanes side by side, into each one transaction after the other', async () => {
  const { store, written, most } = slowStore();
  await createLedger(store, 'w').insert('o', 'b', rows);
  expect(new Set(written)).toEqual(new Set(rows));
  expect(most()).toBe(4);
});

it('a transaction that fails is told when nothing is under way any more', async () => {
  let isFirst = true;
  const { store, written, under } = slowStore(() => isFirst && !(isFirst = false));
  await expect(createLedger(store, 'w').insert('o', 'b', rows)).rejects.toThrow('trasig');
  expect(under).toEqual([]);
  expect(written.length).toBeLessThan(rows.length);
});
