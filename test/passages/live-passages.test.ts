import { beforeEach, describe, expect, it } from 'vitest';
import { createPassageIndexer } from '../../src/ask/index.js';
import { createLivePassages, type LivePassages, type PassageStore } from '../../src/passages/index.js';
import { openPassages, openStorage } from '../../src/storage/index.js';
import { knowledge } from '../ask/engine.js';
import { newDocument, ORGANISATION } from './support.js';

const OTHER = 'Norra innerstaden stadsdelsförvaltning';
const now = new Date('2026-03-03T09:00:00Z');
let store: PassageStore;
let reads: string[];
let live: LivePassages;

beforeEach(async () => {
  const storage = openStorage({ kind: 'memory' });
  await storage.prepare();
  store = openPassages(storage);
  reads = [];
  live = createLivePassages({
    store: {
      documents: (organisation) => store.documents(organisation),
      passages: (document) => (reads.push(document.document), store.passages(document)),
    },
    index: createPassageIndexer(knowledge),
  });
});

const put = async (document: string, text: string, organisation = ORGANISATION) =>
  store.put(newDocument([text], { document, organisation, hash: text }), {
    before: await store.find(organisation, document),
    now,
  });
const found = (organisation: string, question: string) =>
  live.search(organisation, question, 3).map(({ passage }) => passage.text);

describe('passages in memory', () => {
  it('are none before the first look', () => {
    expect(found(ORGANISATION, 'nycklar')).toEqual([]);
    expect(live.status()).toEqual({ documents: 0, passages: 0 });
  });

  it('follow imports, changes and removals, and read again only what changed', async () => {
    await put('a.md', 'Nycklar lämnas till chefen.');
    await put('b.md', 'Datorn lämnas till IT.');
    expect(await live.refresh()).toBe(true);
    expect(found(ORGANISATION, 'nycklar')[0]).toBe('Nycklar lämnas till chefen.');
    expect(await live.refresh()).toBe(false);
    expect(reads).toEqual(['a.md', 'b.md']);

    await put('a.md', 'Nycklar lämnas i receptionen.');
    expect(await live.refresh()).toBe(true);
    expect(reads).toEqual(['a.md', 'b.md', 'a.md']);
    expect(found(ORGANISATION, 'nycklar')[0]).toBe('Nycklar lämnas i receptionen.');

    await store.remove(ORGANISATION, 'a.md');
    expect(await live.refresh()).toBe(true);
    expect(found(ORGANISATION, 'nycklar')).toEqual([]);
    await store.remove(ORGANISATION, 'b.md');
    expect(await live.refresh()).toBe(true);
    expect(live.status()).toEqual({ documents: 0, passages: 0 });
  });

  it('are searched within the own organisation only', async () => {
    await put('a.md', 'Nycklar lämnas till chefen.');
    await put('a.md', 'Nycklar lämnas till vakten.', OTHER);
    await live.refresh();
    expect(found(ORGANISATION, 'nycklar')).toEqual(['Nycklar lämnas till chefen.']);
    expect(found(OTHER, 'nycklar')).toEqual(['Nycklar lämnas till vakten.']);
    expect(found('', 'nycklar')).toEqual([]);
  });

  it('serve the old ones while a document is swept under the reader, and read again later', async () => {
    const before = await put('a.md', 'Nycklar lämnas till chefen.');
    await live.refresh();
    await put('a.md', 'Nycklar lämnas i receptionen.');
    let isSwept = true;
    const racing = createLivePassages({
      store: {
        documents: async function* () {
          if (isSwept) yield before;
          else yield* store.documents();
        },
        passages: (document) => store.passages(document),
      },
      index: createPassageIndexer(knowledge),
    });
    await expect(racing.refresh()).rejects.toMatchObject({ code: 'storage_conflict' });
    isSwept = false;
    expect(await racing.refresh()).toBe(true);
    expect(racing.search(ORGANISATION, 'nycklar', 1)[0]!.passage.text).toBe('Nycklar lämnas i receptionen.');
  });

  it('share one look between calls at the same time', async () => {
    await put('a.md', 'Nycklar lämnas till chefen.');
    expect(await Promise.all([live.refresh(), live.refresh()])).toEqual([true, true]);
    expect(reads).toEqual(['a.md']);
  });
});
