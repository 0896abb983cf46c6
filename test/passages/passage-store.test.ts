import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../src/errors.js';
import type { PassageStore } from '../../src/passages/index.js';
import {
  openPassages,
  openStorage,
  passagesTable,
  type Storage,
  type TableDefinition,
} from '../../src/storage/index.js';
import { type Account, emptyAccount } from '../support/own-account.js';
import { documentsIn, newDocument, ORGANISATION, passagesIn } from './support.js';

const now = new Date('2026-03-03T09:00:00Z');
const later = new Date('2026-03-05T09:00:00Z');
const range = (count: number, name: string) => Array.from({ length: count }, (_, n) => `${name} ${n + 1}`);

let azurite: Account;
let opened = 0;
let storage: Storage;
let store: PassageStore;
/** How many calls that write are let through; then the power is cut. */
let left = Infinity;

beforeAll(async () => void (azurite = await emptyAccount()), 60_000);
afterAll(() => azurite.stop());
beforeEach(async () => {
  storage = openStorage({ kind: 'connection-string', connectionString: azurite.connectionString }, `p${++opened}`);
  await storage.prepare();
  left = Infinity;
  store = openPassages(cuttable(storage));
});

function cuttable(whole: Storage): Storage {
  return {
    ...whole,
    table<Row extends object>(definition: TableDefinition<Row>) {
      const table = whole.table(definition);
      const cut =
        <Args extends unknown[], Result>(write: (...args: Args) => Promise<Result>) =>
        (...args: Args): Promise<Result> =>
          left-- > 0 ? write(...args) : Promise.reject(new AppError('storage_unavailable', 'The power is cut.'));
      return {
        ...table,
        insert: cut((row: Row) => table.insert(row)),
        update: cut((row: Row, version: string) => table.update(row, version)),
        remove: cut((...args: Parameters<typeof table.remove>) => table.remove(...args)),
        transact: cut((changes: Parameters<typeof table.transact>[0]) => table.transact(changes)),
      };
    },
  };
}

async function rowsLeft(): Promise<number> {
  let count = 0;
  for await (const _ of storage.table(passagesTable).list()) count++;
  return count;
}

describe('imported documents in storage', () => {
  it('gives back the passages in order, with file, heading, day and hash', async () => {
    const document = newDocument(range(250, 'Stycke'));
    const live = await store.put(document, { before: undefined, now });
    expect(live).toMatchObject({ passages: 250, headings: 1, words: 500, importedAt: now });
    expect(await store.find(ORGANISATION, document.document)).toEqual(live);
    const passages = await passagesIn(store, live);
    expect(passages.map(({ text }) => text)).toEqual(range(250, 'Stycke'));
    expect(passages[11]).toEqual({
      id: 'Rutin för avslut.docx#12',
      organisation: ORGANISATION,
      document: 'Rutin för avslut.docx',
      heading: 'Avsluta',
      text: 'Stycke 12',
      page: undefined,
      importedAt: now,
      hash: document.hash,
    });
  });

  it('replaces a document as a whole and keeps no row of the version before', async () => {
    const before = await store.put(newDocument(range(120, 'Gammalt')), { before: undefined, now });
    const live = await store.put(newDocument(range(3, 'Nytt')), { before, now: later });
    expect((await passagesIn(store, live)).map(({ text }) => text)).toEqual(range(3, 'Nytt'));
    expect(await documentsIn(store)).toEqual([live]);
    expect(await rowsLeft()).toBe(3);
  });

  it('keeps organisations apart, also with files of one name', async () => {
    const own = await store.put(newDocument(['Vårt.']), { before: undefined, now });
    const other = newDocument(['Deras.'], { organisation: 'Norra innerstaden stadsdelsförvaltning' });
    const theirs = await store.put(other, { before: undefined, now });
    expect(await documentsIn(store, ORGANISATION)).toEqual([own]);
    expect((await passagesIn(store, own)).map(({ text }) => text)).toEqual(['Vårt.']);
    await store.remove(other.organisation, other.document);
    expect(await documentsIn(store)).toEqual([own]);
    expect(await passagesIn(store, theirs)).toEqual([]);
    expect(await rowsLeft()).toBe(1);
  });

  it('is the old document or the new one, whole, wherever an import is cut off', async () => {
    const document = 'Rutin för avslut.docx';
    for (let writes = 0; ; writes++) {
      left = Infinity;
      const file = `${writes} ${document}`;
      const before = await store.put(newDocument(range(150, 'Gammalt'), { document: file }), {
        before: undefined,
        now,
      });
      left = writes;
      const isDone = await store.put(newDocument(range(150, 'Nytt'), { document: file }), { before, now: later }).then(
        () => true,
        () => false,
      );
      const live = await store.find(ORGANISATION, file);
      expect((await passagesIn(store, live!)).map(({ text }) => text)).toEqual(range(150, isDone ? 'Nytt' : 'Gammalt'));
      if (!isDone) continue;
      expect(writes).toBeGreaterThan(2);
      break;
    }
  });

  it('sweeps what an import that was cut off left, a day later and not before', async () => {
    left = 1;
    await expect(store.put(newDocument(range(150, 'Halvt')), { before: undefined, now })).rejects.toThrow();
    left = Infinity;
    expect(await rowsLeft()).toBe(100);
    const soon = await store.put(newDocument(['Helt.']), {
      before: undefined,
      now: new Date(now.getTime() + 3_600_000),
    });
    expect(await rowsLeft()).toBe(101);
    await store.put(newDocument(['Helt igen.']), { before: soon, now: later });
    expect(await rowsLeft()).toBe(1);
  });

  it('refuses an import that was rehearsed before another', async () => {
    const first = await store.put(newDocument(['Ett.']), { before: undefined, now });
    const late = store.put(newDocument(['Två.']), { before: undefined, now: later });
    await expect(late).rejects.toMatchObject({ code: 'storage_conflict' });
    const second = await store.put(newDocument(['Två.']), { before: first, now: later });
    await expect(store.put(newDocument(['Tre.']), { before: first, now: later })).rejects.toMatchObject({
      code: 'storage_conflict',
    });
    expect(await store.find(ORGANISATION, second.document)).toEqual(second);
  });

  it('lets one of two imports at once win and leaves no half of either', async () => {
    const before = await store.put(newDocument(['Först.']), { before: undefined, now });
    const both = await Promise.allSettled(
      ['Anna', 'Bo'].map((name) => store.put(newDocument(range(130, name)), { before, now: later })),
    );
    const won = both.filter((result) => result.status === 'fulfilled');
    expect(won.length).toBe(1);
    const live = (await store.find(ORGANISATION, before.document))!;
    expect(live).toEqual(won[0]!.value);
    expect(await passagesIn(store, live)).toHaveLength(130);
  });

  it('says whether there was a document to remove', async () => {
    await store.put(newDocument(['Ett.']), { before: undefined, now });
    expect(await store.remove(ORGANISATION, 'Rutin för avslut.docx')).toBe(true);
    expect(await store.remove(ORGANISATION, 'Rutin för avslut.docx')).toBe(false);
    expect(await rowsLeft()).toBe(0);
  });
});
