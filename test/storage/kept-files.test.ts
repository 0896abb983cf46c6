import { beforeEach, describe, expect, it } from 'vitest';
import { createFiles, type Files, MAX_FILE_BYTES, type NewFile } from '../../src/files/index.js';
import { keptFilePartsTable, keptFilesTable, openAudit, openKeptFiles, type Storage } from '../../src/storage/index.js';
import { testStorage } from '../support/test-storage.js';

const now = new Date('2026-03-02T09:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const ALVSJO = { organisation: 'Älvsjö', person: 'p1', purpose: 'plan.import' } as const;

let storage: Storage;
let files: Files;
beforeEach(async () => {
  storage = await testStorage();
  files = createFiles({
    store: openKeptFiles(storage),
    mayTake: async () => true,
    audit: openAudit(storage),
    log: { warn: () => undefined },
  });
});

function newFile(bytes: Uint8Array, about: Partial<NewFile> = {}): NewFile {
  return { ...ALVSJO, name: 'plan.xlsx', contentType: 'x/y', keepMs: 3_600_000, bytes, ...about };
}
const noise = (size: number) => Uint8Array.from({ length: size }, (_, at) => (at * 2_654_435_761) >>> 24);
async function count(table: typeof keptFilesTable | typeof keptFilePartsTable): Promise<number> {
  let rows = 0;
  for await (const _ of storage.table(table as typeof keptFilesTable).list()) rows++;
  return rows;
}

describe('a file that is kept', () => {
  it.each([0, 1, 24_576, 24_577, 368_640, 368_641, MAX_FILE_BYTES])('comes back as it was: %i bytes', async (size) => {
    const bytes = noise(size);
    const found = await files.find(await files.keep(newFile(bytes), now), ALVSJO, now);
    expect(found.kind).toBe('ready');
    if (found.kind !== 'ready') return;
    expect(Buffer.compare(await files.bytes(found.stored.file), bytes)).toBe(0);
  });

  it('is no larger than 10 MB', async () => {
    await expect(files.keep(newFile(new Uint8Array(MAX_FILE_BYTES + 1)), now)).rejects.toThrow(RangeError);
  });

  it('is found by its person, for what it waits for, as long as it waits', async () => {
    const token = await files.keep(newFile(noise(9)), now);
    const kind = async (claim: object, at = now) => (await files.find(token, { ...ALVSJO, ...claim }, at)).kind;
    expect(await kind({})).toBe('ready');
    expect(await kind({}, later(59))).toBe('ready');
    expect(await kind({}, later(60))).toBe('expired');
    expect(await kind({ person: 'p2' })).toBe('foreign');
    expect(await kind({ organisation: 'Norrmalm' })).toBe('unknown');
    expect(await kind({ purpose: 'offer' })).toBe('unknown');
    expect((await files.find('x', ALVSJO, now)).kind).toBe('unknown');
    expect((await files.take(token, now)).kind).toBe('unknown');
  });

  it('is used once', async () => {
    const token = await files.keep(newFile(noise(9)), now);
    const found = await files.find(token, ALVSJO, now);
    if (found.kind !== 'ready') throw new Error(found.kind);
    const uses = await Promise.all([files.use(found.stored, now), files.use(found.stored, now)]);
    expect(uses.filter(Boolean)).toHaveLength(1);
    expect((await files.find(token, ALVSJO, now)).kind).toBe('used');
    await files.release(uses.find(Boolean)!);
    expect((await files.find(token, ALVSJO, now)).kind).toBe('ready');
  });

  it('leaves no bytes when it is done with, or when its time is over and the next one comes', async () => {
    const token = await files.keep(newFile(noise(800_000)), now);
    const found = await files.find(token, ALVSJO, now);
    if (found.kind !== 'ready') throw new Error(found.kind);
    expect(await count(keptFilePartsTable)).toBe(3);
    await files.finish(found.stored.file);
    expect(await count(keptFilePartsTable)).toBe(0);
    await files.keep(newFile(noise(800_000)), now);
    await files.keep(newFile(noise(1)), later(90));
    expect(await count(keptFilePartsTable)).toBe(1);
    expect(await count(keptFilesTable)).toBe(3);
    await files.keep(newFile(noise(1)), later(211));
    expect(await count(keptFilesTable)).toBe(1);
  });
});
