import { beforeEach, describe, expect, it } from 'vitest';
import { createDisposalRecord, type Disposal, type DisposalRecord } from '../../../src/privacy/index.js';
import { disposalsTable, openDisposals, openStorage, type Storage } from '../../../src/storage/index.js';

const [KEY, OLD_KEY] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
const LINE: Disposal = {
  ...{ organisation: 'Älvsjö', run: 'r1', at: new Date('2026-03-04T01:30:00Z'), table: 'questions', rows: 3, held: 0 },
  isDone: true,
};

let storage: Storage;
const record = (...keys: Uint8Array[]) => createDisposalRecord({ store: openDisposals(storage), keys });
const rows = async () => {
  const found = [];
  for await (const { row } of storage.table(disposalsTable).list()) found.push(row);
  return found;
};
const faultsOf = async (kept: DisposalRecord, anchors?: ReadonlyMap<string, readonly string[]>) =>
  (await kept.verify(anchors)).flatMap(({ faults }) => faults.map(({ n, fault }) => `${n} ${fault}`));

beforeEach(async () => {
  storage = openStorage({ kind: 'memory' });
  const kept = record(KEY);
  for (const run of ['r1', 'r2', 'r3', 'r4']) await kept.note({ ...LINE, run });
  await kept.note({ ...LINE, organisation: 'Norra' });
});

describe('the disposal record', () => {
  it('is whole as it was written, each organisation by itself', async () => {
    const verified = await record(KEY).verify();
    expect(verified.map(({ organisation, lines, keyed, faults }) => [organisation, lines, keyed, faults])).toEqual([
      ['Norra', 1, 1, []],
      ['Älvsjö', 4, 4, []],
    ]);
    expect(verified[1]!.head).toBe(await record(KEY).head('Älvsjö'));
  });

  it('has one line after the other however many write at once', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, n) => record(KEY).note({ ...LINE, run: `at once ${n}` })));
    expect(await faultsOf(record(KEY))).toEqual([]);
    expect((await rows()).length).toBe(13);
  });

  it.each(['run', 'at', 'table', 'rows', 'held', 'isDone'] as const)(
    'tells that %s of a line was changed',
    async (column) => {
      const line = (await rows()).find(({ organisation, n }) => organisation === 'Älvsjö' && n === 2)!;
      const others = { run: 'r9', at: new Date(0), table: 'audit', rows: 2, held: 7, isDone: false };
      await storage.table(disposalsTable).upsert({ ...line, [column]: others[column] });
      expect(await faultsOf(record(KEY))).toEqual(['2 changed']);
    },
  );

  it.each([1, 2, 3])('tells that line %i is gone', async (n) => {
    const line = (await rows()).find((row) => row.organisation === 'Älvsjö' && row.n === n)!;
    await storage.table(disposalsTable).remove(['Älvsjö'], disposalsTable.keys.row(line));
    expect(await faultsOf(record(KEY))).toEqual([`${n + 1} missing`]);
  });

  it('tells that its end was cut away, by a seal that was written down elsewhere', async () => {
    const head = (await record(KEY).head('Älvsjö'))!;
    const last = (await rows()).find(({ seal }) => seal === head)!;
    await storage.table(disposalsTable).remove(['Älvsjö'], disposalsTable.keys.row(last));
    expect(await faultsOf(record(KEY)), 'by itself it cannot know').toEqual([]);
    expect(await faultsOf(record(KEY), new Map([['Älvsjö', [head]]]))).toEqual(['4 missing']);
  });

  it('cannot be made anew without the key', async () => {
    const table = storage.table(disposalsTable);
    for (const line of await rows()) await table.remove([line.organisation], disposalsTable.keys.row(line));
    await record(OLD_KEY).note({ ...LINE, rows: 1 });
    expect(await faultsOf(record(KEY))).toEqual(['1 changed']);
    await record().note({ ...LINE, run: 'r2' });
    expect(await faultsOf(record(KEY))).toEqual(['1 changed', '2 unkeyed']);
  });

  it('goes on with a new key while the old one is known, and begins without any', async () => {
    storage = openStorage({ kind: 'memory' });
    await record().note(LINE);
    await record(OLD_KEY).note({ ...LINE, run: 'r2' });
    await record(KEY, OLD_KEY).note({ ...LINE, run: 'r3' });
    expect(await record(KEY, OLD_KEY).verify()).toMatchObject([{ lines: 3, keyed: 2, faults: [] }]);
    expect(await faultsOf(record())).toEqual(['2 unknown-key', '3 unknown-key']);
  });
});
