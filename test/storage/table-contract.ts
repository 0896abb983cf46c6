import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { dateColumn, jsonColumn } from '../../src/storage/columns.js';
import { defineTable, type Storage, type Stored, type TableQuery } from '../../src/storage/index.js';

const schema = z.object({
  organisation: z.string(),
  group: z.string().optional(),
  list: z.string(),
  id: z.string(),
  text: z.string(),
  count: z.number().optional(),
  done: z.boolean().optional(),
  at: dateColumn.optional(),
  tags: jsonColumn(z.array(z.object({ name: z.string(), n: z.number() }))).optional(),
});
export type Row = z.infer<typeof schema>;

/** A table as a feature would have it: things in lists. */
export const thingsTable = defineTable<Row>({
  name: 'things',
  schema,
  keys: {
    serves: 'the things of one list',
    partition: (row) => [row.organisation, ...(row.group === undefined ? [] : [row.group])],
    row: (row) => [row.list, row.id],
  },
  personKeys: [],
  retention: { keep: 'always', reason: 'for tests' },
  onErase: { do: 'keep', reason: 'for tests' },
});

/** A table over the same rows, to store what does not fit. */
const looseSchema = z.record(z.unknown());
export const looseTable = defineTable({
  name: 'loose',
  schema: looseSchema,
  keys: {
    serves: 'whatever a test wants',
    partition: (row) => [String(row.organisation)],
    row: (row) => [String(row.id)],
  },
  personKeys: [],
  retention: { keep: 'always', reason: 'for tests' },
  onErase: { do: 'keep', reason: 'for tests' },
});

export function thing(id: string, more: Partial<Row> = {}): Row {
  return { organisation: 'Älvsjö', list: 'a', id, text: `sak ${id}`, ...more };
}

export async function all<T>(rows: AsyncIterable<Stored<T>>): Promise<T[]> {
  const found: T[] = [];
  for await (const { row } of rows) found.push(row);
  return found;
}

/** What every Table keeps, wherever the rows are. `open` gives the same tables when called twice in one test. */
export function describeTable(name: string, open: () => Promise<Storage>): void {
  const things = async () => (await open()).table(thingsTable);

  describe(`Table: ${name}`, () => {
    it('gives back every kind of column as it was', async () => {
      const table = await things();
      const row = thing('1', {
        text: 'Räksmörgås 🙂\n"rad" \\ två\u0000',
        count: 0.1,
        done: false,
        at: new Date('2025-03-30T01:30:00.123Z'),
        tags: [{ name: 'ö', n: 1 }],
      });
      await table.insert(row);
      expect((await table.find(['Älvsjö'], ['a', '1']))?.row).toEqual(row);
    });

    it('leaves out columns without a value', async () => {
      const table = await things();
      await table.insert(thing('1', { count: undefined, at: undefined }));
      const found = await table.find(['Älvsjö'], ['a', '1']);
      expect(Object.keys(found!.row).sort()).toEqual(['id', 'list', 'organisation', 'text']);
    });

    it('replaces the whole row, so that a column dropped is gone', async () => {
      const table = await things();
      const version = await table.insert(thing('1', { count: 1, done: true }));
      await table.update(thing('1', { done: true }), version);
      expect((await table.find(['Älvsjö'], ['a', '1']))?.row).toEqual(thing('1', { done: true }));
      await table.upsert(thing('1'));
      expect((await table.find(['Älvsjö'], ['a', '1']))?.row).toEqual(thing('1'));
    });

    it.each([0, -1, 2_147_483_647, -2_147_483_647, 1.5, -123.456, 5e-324])('keeps the number %s', async (count) => {
      const table = await things();
      await table.insert(thing('1', { count }));
      expect((await table.find(['Älvsjö'], ['a', '1']))?.row.count).toBe(count);
    });

    it('finds nothing where nothing is', async () => {
      const table = await things();
      expect(await table.find(['Älvsjö'], ['a', '1'])).toBeUndefined();
      expect(await all(table.list())).toEqual([]);
    });

    it('refuses to insert a row that is there', async () => {
      const table = await things();
      await table.insert(thing('1'));
      await expect(table.insert(thing('1', { text: 'ny' }))).rejects.toMatchObject({
        code: 'storage_conflict',
        message: 'A row of things was written by somebody else first.',
      });
      expect((await table.find(['Älvsjö'], ['a', '1']))?.row.text).toBe('sak 1');
    });

    it('refuses to update a row that changed since it was read', async () => {
      const table = await things();
      const first = await table.insert(thing('1'));
      const second = await table.update(thing('1', { text: 'andra' }), first);
      await expect(table.update(thing('1', { text: 'sen' }), first)).rejects.toMatchObject({
        code: 'storage_conflict',
      });
      expect(await table.find(['Älvsjö'], ['a', '1'])).toEqual({ row: thing('1', { text: 'andra' }), version: second });
    });

    it('refuses a stale version that another process made stale', async () => {
      const [mine, theirs] = [await things(), await things()];
      const version = await mine.insert(thing('1'));
      await theirs.upsert(thing('1', { text: 'deras' }));
      await expect(mine.update(thing('1', { text: 'min' }), version)).rejects.toMatchObject({
        code: 'storage_conflict',
      });
    });

    it('says not found when the row to update is gone', async () => {
      const table = await things();
      const version = await table.insert(thing('1'));
      await table.remove(['Älvsjö'], ['a', '1']);
      await expect(table.update(thing('1'), version)).rejects.toMatchObject({
        code: 'not_found',
        message: 'A row of things is not there.',
      });
    });

    it('removes a row once and for all, also twice', async () => {
      const table = await things();
      const version = await table.insert(thing('1'));
      await table.remove(['Älvsjö'], ['a', '1'], version);
      expect(await table.find(['Älvsjö'], ['a', '1'])).toBeUndefined();
      await expect(table.remove(['Älvsjö'], ['a', '1'])).resolves.toBeUndefined();
      await expect(table.remove(['Älvsjö'], ['a', '1'], version)).resolves.toBeUndefined();
    });

    it('refuses to remove a row that changed since it was read', async () => {
      const table = await things();
      const version = await table.insert(thing('1'));
      await table.upsert(thing('1', { text: 'ny' }));
      await expect(table.remove(['Älvsjö'], ['a', '1'], version)).rejects.toMatchObject({ code: 'storage_conflict' });
      expect((await table.find(['Älvsjö'], ['a', '1']))?.row.text).toBe('ny');
    });

    it('lists in key order, one partition or all', async () => {
      const table = await things();
      for (const row of [thing('2'), thing('1'), thing('3', { organisation: 'Östra' }), thing('4', { list: 'B' })])
        await table.insert(row);
      expect((await all(table.list({ partition: ['Älvsjö'] }))).map(({ id }) => id)).toEqual(['4', '1', '2']);
      expect((await all(table.list())).map(({ id }) => id)).toEqual(['4', '1', '2', '3']);
      expect(await all(table.list({ partition: ['Älvsj'] }))).toEqual([]);
    });

    it('lists below a row prefix whole parts only', async () => {
      const table = await things();
      for (const list of ['plan-1', 'plan-10', 'plan', 'plan-1 b', 'plan-1ö']) await table.insert(thing('x', { list }));
      const below = async (...rowPrefix: string[]) =>
        (await all(table.list({ partition: ['Älvsjö'], rowPrefix }))).map(({ list }) => list);
      expect(await below('plan-1')).toEqual(['plan-1']);
      expect(await below('plan-1ö')).toEqual(['plan-1ö']);
      expect(await below('plan-1', 'x')).toEqual([]);
      expect((await all(table.list({ rowPrefix: ['plan'] }))).map(({ list }) => list)).toEqual(['plan']);
    });

    it('lists the partitions below a prefix, whole parts only, one after the other', async () => {
      const table = await things();
      for (const organisation of ['Älvsjö', 'Älvsjö 2', 'Älv', 'Östra'])
        await table.insert(thing('1', { organisation }));
      await table.insert(thing('2', { list: 'b' }));
      await table.insert(thing('3', { group: 'norr' }));
      await table.insert(thing('4', { group: 'norr', list: 'b' }));
      await table.insert(thing('5', { group: 'norr 2' }));
      const ids = async (query: TableQuery) => (await all(table.list(query))).map(({ list, id }) => list + id);
      expect(await ids({ partitionPrefix: ['Älvsjö'] })).toEqual(['a3', 'b4', 'a5']);
      expect(await ids({ partitionPrefix: ['Älvsjö'], rowPrefix: ['b'] })).toEqual(['b4']);
      expect(await ids({ partitionPrefix: ['Älvsjö'], rowAfter: ['a', '4'] })).toEqual(['b4', 'a5']);
      expect(await ids({ partitionPrefix: ['Älvsjö', 'norr'] })).toEqual([]);
    });

    it('lists what sorts before a key, in one partition or all, also below a prefix', async () => {
      const table = await things();
      for (const row of [
        thing('1'),
        thing('2'),
        thing('3'),
        thing('1', { organisation: 'Östra' }),
        thing('1', { list: 'b' }),
      ])
        await table.insert(row);
      const ids = async (query: TableQuery) => (await all(table.list(query))).map(({ list, id }) => list + id);
      expect(await ids({ partition: ['Älvsjö'], rowBefore: ['a', '3'] })).toEqual(['a1', 'a2']);
      expect(await ids({ rowBefore: ['a', '2'] })).toEqual(['a1', 'a1']);
      expect(await ids({ rowPrefix: ['a'], rowBefore: ['b', '2'] })).toEqual(['a1', 'a2', 'a3', 'a1']);
      expect(await ids({ rowPrefix: ['b'], rowBefore: ['b', '1'] })).toEqual([]);
    });

    it('lists more rows than one page holds', async () => {
      const table = await things();
      const ids = Array.from({ length: 2050 }, (_, n) => String(n).padStart(4, '0'));
      for (let start = 0; start < ids.length; start += 100)
        await table.transact(ids.slice(start, start + 100).map((id) => ({ insert: thing(id) })));
      expect((await all(table.list({ partition: ['Älvsjö'] }))).map(({ id }) => id)).toEqual(ids);
      expect((await all(table.list())).length).toBe(2050);
    });

    it('does every change of a transaction', async () => {
      const table = await things();
      const version = await table.insert(thing('update'));
      for (const id of ['upsert', 'remove']) await table.insert(thing(id));
      await table.transact([
        { insert: thing('insert') },
        { update: thing('update', { text: 'ny' }), version },
        { upsert: thing('upsert', { text: 'ny' }) },
        { remove: thing('remove') },
      ]);
      expect((await all(table.list())).map(({ id, text }) => [id, text])).toEqual([
        ['insert', 'sak insert'],
        ['update', 'ny'],
        ['upsert', 'ny'],
      ]);
    });

    it.each([
      ['an insert of what is there', 'storage_conflict', { insert: thing('there', { text: 'ny' }) }],
      ['a stale update', 'storage_conflict', { update: thing('there', { text: 'ny' }), version: 'stale' }],
      ['an update of nothing', 'not_found', { update: thing('nowhere'), version: 'any' }],
      ['a removal of nothing', 'not_found', { remove: thing('nowhere') }],
      ['a row that is too large', 'row_invalid', { insert: thing('large', { text: 'x'.repeat(32_769) }) }],
    ] as const)('does no change of a transaction with %s', async (_, code, wrong) => {
      const table = await things();
      const stale = await table.insert(thing('there'));
      await table.upsert(thing('there'));
      const change = 'update' in wrong ? { ...wrong, version: stale } : wrong;
      const changes = [{ insert: thing('before') }, change, { insert: thing('after') }];
      await expect(table.transact(changes)).rejects.toMatchObject({ code });
      expect(await all(table.list())).toEqual([thing('there')]);
    });

    it('refuses a transaction that Azure would refuse, and says why', async () => {
      const table = await things();
      const many = Array.from({ length: 101 }, (_, n) => ({ upsert: thing(String(n)) }));
      const message = async (changes: Parameters<typeof table.transact>[0]) =>
        table.transact(changes).then(
          () => 'done',
          (error: unknown) => String(error),
        );
      expect(await message(many)).toBe('AppError: A transaction of things has 101 changes, at most 100.');
      expect(await message([{ upsert: thing('1') }, { upsert: thing('2', { organisation: 'Östra' }) }])).toBe(
        'AppError: A transaction of things spans two partitions.',
      );
      expect(await message([{ upsert: thing('1') }, { remove: thing('1') }])).toBe(
        'AppError: A transaction of things changes the row a|1 twice.',
      );
      expect(await all(table.list())).toEqual([]);
    });

    it('takes a transaction of 100 changes and one of none', async () => {
      const table = await things();
      await table.transact([]);
      await table.transact(Array.from({ length: 100 }, (_, n) => ({ insert: thing(String(n)) })));
      expect((await all(table.list())).length).toBe(100);
    });

    it.each(['x', 'ö', '€'])('takes the longest text of %s and refuses one letter more', async (letter) => {
      const table = await things();
      const text = letter.repeat(32_768);
      await table.insert(thing('1', { text }));
      expect((await table.find(['Älvsjö'], ['a', '1']))?.row.text).toBe(text);
      await expect(table.insert(thing('2', { text: `${text}.` }))).rejects.toMatchObject({
        code: 'row_invalid',
        message: 'A row of things cannot be stored: too large: column text has 32769 characters, at most 32768.',
      });
    });

    it('takes 252 columns and refuses one more', async () => {
      const table = (await open()).table(looseTable);
      const columns = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`c${n}`, n]));
      await table.insert({ organisation: 'o', id: '1', ...columns(250) });
      expect(Object.keys((await table.find(['o'], ['1']))!.row).length).toBe(252);
      await expect(table.insert({ organisation: 'o', id: '2', ...columns(251) })).rejects.toMatchObject({
        code: 'row_invalid',
        message: 'A row of loose cannot be stored: too large: 253 columns, at most 252.',
      });
    });

    it('refuses a row over 1 MiB', async () => {
      const table = (await open()).table(looseTable);
      const columns = Object.fromEntries(Array.from({ length: 17 }, (_, n) => [`c${n}`, 'x'.repeat(32_768)]));
      await expect(table.insert({ organisation: 'o', id: '1', ...columns })).rejects.toMatchObject({
        code: 'row_invalid',
        message: expect.stringMatching(
          /^A row of loose cannot be stored: too large: \d+ bytes, at most 1048576\.$/,
        ) as string,
      });
    });

    it.each([
      ['Timestamp', 'x', 'column Timestamp has a name that storage needs itself'],
      ['etag', 'x', 'column etag has a name that storage needs itself'],
      ['n', Number.NaN, 'column n is no number'],
      ['n', Number.POSITIVE_INFINITY, 'column n is no number'],
      ['n', 2_147_483_648, 'column n is 2147483648; whole numbers end at 2147483647, keep it as text'],
      ['at', new Date('nonsense'), 'column at is no date'],
    ])('refuses a column %s of %s', async (column, value, why) => {
      const table = (await open()).table(looseTable);
      await expect(table.insert({ organisation: 'o', id: '1', [column]: value })).rejects.toMatchObject({
        code: 'row_invalid',
        message: `A row of loose cannot be stored: ${why}.`,
      });
    });

    it('names table and columns of a row that does not fit', async () => {
      const storage = await open();
      const misfit = defineMisfit();
      await storage.table(misfit.writer).insert({ organisation: 'o', id: '1', count: 'tre', tags: '{"a":' });
      const message = 'A row of things does not fit its schema (list, text, count, tags).';
      await expect(misfit.read(storage)).rejects.toMatchObject({ code: 'row_invalid', message });
    });
  });
}

/** Writes loose rows where things are read: what an older version of the bot may have left. */
function defineMisfit() {
  const writer = { ...looseTable, name: thingsTable.name };
  return { writer, read: (storage: Storage) => all(storage.table(thingsTable).list()) };
}
