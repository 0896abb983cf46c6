import { beforeAll, describe, expect, it } from 'vitest';
import { eraseAgain } from '../../../src/composition/erase-again.js';
import { AppError } from '../../../src/errors.js';
import { hashOf } from '../../../src/privacy/keeping/erased-ids.js';
import { createErase, type EraseOutcome, extract, extractFiles } from '../../../src/privacy/index.js';
import {
  definedTables,
  openErasures,
  openHolds,
  openPeople,
  openRegister,
  openStorage,
  type Storage,
} from '../../../src/storage/index.js';
import { breakable } from '../../bot/support/breakable-storage.js';
import { copyOfStorage, readable } from '../../exit/survey/support/copy-of-storage.js';
import { testStorage } from '../../support/test-storage.js';
import { rowsOfSubject, SUBJECT, writeAll } from './one-row-of-each.js';

const now = new Date('2026-03-01T09:00:00Z');
const TRACES = [SUBJECT.id, SUBJECT.email, SUBJECT.name];

function isNamed(text: string): boolean {
  return TRACES.some((trace) => text.toLowerCase().includes(trace.toLowerCase()));
}

function eraseOver(storage: Storage, forget: () => Promise<void> = async () => undefined) {
  return createErase({
    register: openRegister(storage),
    holds: openHolds(storage),
    erasures: openErasures(storage),
    forget,
  });
}

async function rowsLeft(storage: Storage): Promise<{ table: string; row: Record<string, unknown> }[]> {
  const left = [];
  for (const table of definedTables())
    for await (const { row } of storage.table(table).list()) left.push({ table: table.name, row });
  return left;
}

/** Tables that name the person in their sample row. */
const NAMED = rowsOfSubject()
  .filter(({ row }) => isNamed(JSON.stringify(row)))
  .map(({ table }) => table.name);

describe('a person of whom every table holds a row', () => {
  it('stands in each table that has a column for persons or names', () => {
    const withPersons = definedTables().filter(({ personKeys, mentions }) => personKeys.length > 0 || mentions);
    expect([...NAMED, 'erasures'].sort()).toEqual(withPersons.map(({ name }) => name).sort());
  });

  it('is found by an extract in all of them, without bytes of files and without anybody else', async () => {
    const storage = openStorage({ kind: 'memory' });
    await writeAll(storage);
    const others = ['p2', 'p3'];
    const found = await extract(openRegister(storage), SUBJECT, (one) => others.includes(one));
    expect(found.map(({ table }) => table).sort()).toEqual([...NAMED].sort());
    expect(JSON.stringify(found)).not.toContain('AQID');
    const files = extractFiles(found, { name: SUBJECT.name, day: '2026-03-01' });
    expect(files.map(({ name }) => name)).toEqual(['LÄS-MIG.txt', 'uppgifter.html', 'uppgifter.json']);
    expect(files[0]!.text).toContain('Avslutsärenden / Exit cases: 1');
    expect(files[1]!.text).toContain('<h2>Frågor till HR (1)</h2>');
    expect(files[1]!.text).toContain('<dt>question</dt><dd>Får jag ta ut flextid?');
  });
});

describe('an erasure', () => {
  let raw: string;
  let before: string;
  let outcome: EraseOutcome;
  let left: { table: string; row: Record<string, unknown> }[];

  beforeAll(async () => {
    const storage = await testStorage('an erasure');
    await writeAll(storage);
    before = readable(await copyOfStorage('an erasure'));
    outcome = await eraseOver(storage).run(SUBJECT, now);
    raw = readable(await copyOfStorage('an erasure'));
    left = await rowsLeft(storage);
  });

  it('leaves no id, e-mail or name in any table, nor in any key, as storage itself holds them', () => {
    expect(isNamed(before)).toBe(true);
    for (const trace of TRACES) expect(raw.toLowerCase()).not.toContain(trace.toLowerCase());
    expect(raw.toLowerCase()).not.toContain('wretling');
  });

  it('takes the rows that are the person’s own, and leaves those that others need, with a pseudonym', () => {
    const gone = definedTables()
      .map(({ name }) => name)
      .filter((name) => !left.some(({ table }) => table === name));
    expect(gone.sort()).toEqual(
      [
        ...[
          'conversations',
          'drafts',
          'exitcases',
          'feedmarks',
          'keptfileparts',
          'keptfiles',
          'people',
          'questionhandling',
        ],
        ...['questions', 'reminderdays', 'roundassignments', 'surveyinvitations'],
      ].sort(),
    );
    const pseudonyms = ['audit', 'rounds', 'broadcasts', 'hrchannels'].map((name) => {
      const { row } = left.find(({ table }) => table === name)!;
      return row.personId ?? row.createdBy ?? row.by;
    });
    expect(new Set(pseudonyms).size).toBe(1);
    expect(pseudonyms[0]).toMatch(/^[0-9a-f-]{36}$/);
    const item = left.find(({ table }) => table === 'roundunits')!.row;
    expect(item).toMatchObject({ by: pseudonyms[0], persons: [pseudonyms[0]] });
    const delivery = left.find(({ table }) => table === 'deliveries')!.row;
    expect(delivery).toMatchObject({ person: pseudonyms[0], state: 'delivered' });
    expect([delivery.reference, delivery.activityId]).toEqual([undefined, undefined]);
  });

  it('says what it did, and remembers no more of the person than a hash', () => {
    expect(outcome).toMatchObject({ kind: 'erased' });
    const erasures = left.filter(({ table }) => table === 'erasures');
    expect(erasures).toHaveLength(1);
    expect(Object.keys(erasures[0]!.row).sort()).toEqual(
      ['endedAt', 'hash', 'id', 'organisation', 'pseudonym', 'startedAt'].sort(),
    );
  });
});

describe('an erasure that is cut off', () => {
  it('is gone on with after a death before any of its writes, under one pseudonym', async () => {
    const calls = await writesOf(async (storage) => void (await eraseOver(storage).run(SUBJECT, now)));
    expect(calls).toBeGreaterThan(25);
    for (let deadAt = 1; deadAt <= calls; deadAt += 1) {
      const storage = breakable(openStorage({ kind: 'memory' }));
      await writeAll(storage);
      let writes = 0;
      storage.fails = (_, call) => call !== 'list' && call !== 'find' && (writes += 1) >= deadAt;
      await expect(eraseOver(storage).run(SUBJECT, now)).rejects.toMatchObject({ code: 'storage_unavailable' });
      storage.fails = undefined;
      // The first write is the note itself: before it, nothing has happened.
      const isNoted = deadAt > 1;
      expect(await eraseOver(storage).goOn(now)).toBe(isNoted ? 1 : 0);
      if (!isNoted) continue;
      const left = await rowsLeft(storage);
      expect(isNamed(JSON.stringify(left))).toBe(false);
      expect(new Set(left.flatMap(({ row }) => (row.personId ? [row.personId] : []))).size).toBe(1);
      expect(left.filter(({ table }) => table === 'deliveries')).toHaveLength(1);
    }
  });
});

describe('an erasure that the directory refuses', () => {
  const refused = async () => Promise.reject(new AppError('import_refused', 'The directory is broken.'));
  const noted = async (storage: Storage) => {
    const ids = [];
    for await (const { id } of openErasures(storage).list()) ids.push(id);
    return ids;
  };

  it('leaves no note when nobody announced it', async () => {
    const storage = openStorage({ kind: 'memory' });
    await expect(eraseOver(storage, refused).run(SUBJECT, now)).rejects.toMatchObject({ code: 'import_refused' });
    expect(await noted(storage)).toEqual([]);
  });

  it('stays noted when it was announced, in the same moment too, and is tried again at night', async () => {
    const storage = openStorage({ kind: 'memory' });
    await writeAll(storage);
    const erase = eraseOver(storage, refused);
    const hashes = new Set([hashOf(SUBJECT.id)]);
    expect(
      await eraseAgain(
        { erase, people: openPeople(storage), noted: async () => undefined },
        { hashes, now, by: 'drift' },
      ),
    ).toEqual({
      erased: 0,
      waiting: ['The directory is broken.'],
    });
    expect(await noted(storage)).toHaveLength(1);
    expect(await eraseOver(storage).goOn(now)).toBe(1);
    expect((await eraseOver(storage).restored(hashes)).size).toBe(0);
  });
});

describe('a held case', () => {
  it('keeps whoever stands in it from being erased until it is released', async () => {
    const storage = openStorage({ kind: 'memory' });
    await writeAll(storage);
    const holds = openHolds(storage);
    await holds.set({ organisation: 'Älvsjö', case: 'c1', reference: '1.3-17/2026', at: now });
    expect(await eraseOver(storage).run(SUBJECT, now)).toEqual({ kind: 'held', cases: ['c1'] });
    expect(await eraseOver(storage).rehearse(SUBJECT)).toEqual({ kind: 'held', cases: ['c1'] });
    await holds.release('Älvsjö', 'c1');
    expect(await eraseOver(storage).rehearse(SUBJECT)).toMatchObject({ kind: 'erased' });
    expect(await eraseOver(storage).run(SUBJECT, now)).toMatchObject({ kind: 'erased' });
  });
});

describe('a restored back-up', () => {
  it('is searched for those who were erased', async () => {
    const storage = openStorage({ kind: 'memory' });
    await eraseOver(storage).run(SUBJECT, now);
    const hashes = new Set<string>();
    for await (const { hash } of openErasures(storage).list()) hashes.add(hash);
    expect([...(await eraseOver(storage).restored(hashes))], 'as it is now').toEqual([]);
    await writeAll(storage);
    expect([...(await eraseOver(storage).restored(hashes)).keys()]).toEqual([SUBJECT.id]);
  });
});

async function writesOf(run: (storage: Storage) => Promise<void>): Promise<number> {
  const storage = breakable(openStorage({ kind: 'memory' }));
  await writeAll(storage);
  let writes = 0;
  storage.fails = (_, call) => {
    if (call !== 'list' && call !== 'find') writes += 1;
    return false;
  };
  await run(storage);
  return writes;
}
