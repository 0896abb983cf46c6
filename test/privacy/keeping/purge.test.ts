import { describe, expect, it } from 'vitest';
import { makeKeeping, PURGE_JOB } from '../../../src/composition/keeping.js';
import { createJobs, createScheduler } from '../../../src/jobs/index.js';
import { createDirectory } from '../../../src/people/index.js';
import {
  broadcastsTable,
  definedTables,
  deliveriesTable,
  exitCasesTable,
  liveCardsTable,
  openJobs,
  openStorage,
  type Storage,
} from '../../../src/storage/index.js';
import { breakable } from '../../bot/support/breakable-storage.js';
import { createLogLines } from '../../bot/support/log-lines.js';
import { somePerson } from '../../people/some-people.js';
import { samples } from '../../storage/samples.js';

const AT = '2025-03-03T09:00:00Z';
const someone = createDirectory([somePerson(7)]);

/**
 * When a row of 3 March 2025 goes: the domain page 4.3 where it names the data, else what the table's comment gives as its reason. Tables
 * that are not here keep their rows.
 */
const GOES: Readonly<Record<string, string>> = {
  keptfiles: '2025-03-04T09:00:00Z',
  keptfileparts: '2025-03-04T09:00:00Z',
  keptfileplaces: '2025-03-04T09:00:00Z',
  // "At most 28 days."
  surveyinvitations: '2025-03-31T09:00:00Z',
  drafts: '2025-04-02T09:00:00Z',
  jobs: '2025-04-02T09:00:00Z',
  reminderdays: '2025-04-02T09:00:00Z',
  // Of somebody who has left the directory.
  conversations: '2025-09-03T09:00:00Z',
  questions: '2026-03-03T09:00:00Z',
  questionhandling: '2026-03-03T09:00:00Z',
  // "12 months after last day."
  exitcases: '2026-03-03T09:00:00Z',
  // "24 months."
  audit: '2027-03-03T09:00:00Z',
  surveyboxes: '2027-03-03T09:00:00Z',
  surveytexts: '2027-03-03T09:00:00Z',
  broadcasts: '2027-03-03T09:00:00Z',
  publishedversions: '2027-03-03T09:00:00Z',
  ratings: '2027-03-03T00:00:00Z',
  questioncounts: '2027-03-03T00:00:00Z',
};

/** The sample of each table; those that go with a broadcast with one of theirs. */
async function write(storage: Storage): Promise<void> {
  const broadcast = String(samples.broadcasts!.id);
  for (const table of definedTables()) {
    const row = { ...samples[table.name]! };
    if ('broadcast' in row && table.name !== 'rounds') row.broadcast = broadcast;
    await storage.table(table).upsert(row);
  }
}

async function tablesOf(storage: Storage): Promise<string[]> {
  const names = [];
  for (const table of definedTables())
    for await (const { row } of storage.table(table).list())
      // What the runs themselves note.
      if (row.personId !== 'test') names.push(table.name);
  return names;
}

async function stage() {
  const storage = breakable(openStorage({ kind: 'memory' }));
  await write(storage);
  return { storage, keeping: makeKeeping({ storage, directory: someone }) };
}

describe('the purge', () => {
  it('takes a row at its moment and not a millisecond before', async () => {
    const { storage, keeping } = await stage();
    const moments = [...new Set(Object.values(GOES))].sort();
    for (const moment of moments) {
      const [before, at] = [new Date(Date.parse(moment) - 1), new Date(moment)];
      const due = Object.keys(GOES).filter((table) => GOES[table] === moment);
      await keeping.runPurge(before, 'test');
      expect(await tablesOf(storage)).toEqual(expect.arrayContaining(due));
      await keeping.runPurge(at, 'test');
      const left = await tablesOf(storage);
      for (const table of due) expect(left).not.toContain(table);
    }
    // What goes with the broadcast went with it.
    const gone = [...Object.keys(GOES), 'activebroadcasts', 'deliveries', 'feedmarks', 'livecards'];
    const stays = definedTables()
      .map(({ name }) => name)
      .filter((name) => !gone.includes(name));
    expect([...new Set(await tablesOf(storage))].sort()).toEqual(stays.sort());
  });

  it('rehearses what it would do, to the row, and changes nothing', async () => {
    const { storage, keeping } = await stage();
    const now = new Date('2030-01-01T02:30:00Z');
    const before = await tablesOf(storage);
    const rehearsed = await keeping.rehearsePurge(now);
    expect(await tablesOf(storage)).toEqual(before);
    const removed = await keeping.runPurge(now, 'test');
    const lines = (all: typeof removed) => all.map(({ organisation, table, rows }) => [organisation, table, rows]);
    expect(lines(rehearsed)).toEqual(lines(removed));
    expect(removed.length).toBeGreaterThan(15);
  });

  it('keeps the chat of whoever is in the directory, and everybody’s while the directory is empty', async () => {
    const now = new Date('2030-01-01T02:30:00Z');
    for (const directory of [createDirectory([]), createDirectory([somePerson(1, { id: 'p1' })])]) {
      const storage = openStorage({ kind: 'memory' });
      await write(storage);
      await makeKeeping({ storage, directory }).runPurge(now, 'test');
      expect(await tablesOf(storage)).toContain('conversations');
    }
  });

  it('writes the disposal record: when, of which table, how many rows', async () => {
    const { keeping } = await stage();
    const now = new Date('2026-03-04T02:30:00Z');
    await keeping.runPurge(now, 'test');
    const record = [];
    for await (const { at, table, rows, held, isDone } of keeping.disposals.list('Älvsjö'))
      if (at.getTime() === now.getTime()) record.push([table, rows, held, isDone]);
    expect(record).toContainEqual(['exitcases', 1, 0, true]);
    expect(record).toContainEqual(['questions', 1, 0, true]);
    const audited = [];
    for await (const { action, subject } of keeping.auditLines.list({
      organisation: 'Älvsjö',
      from: '2026-03-04',
      to: '2026-03-04',
    }))
      audited.push([action, Object.keys(subject ?? {})]);
    expect(audited).toEqual([[PURGE_JOB, ['run', 'record']]]);
  });

  it('leaves a held case alone, with its cards and what was delivered of them, until it is released', async () => {
    const { storage, keeping } = await stage();
    await storage.table(exitCasesTable).upsert({ ...samples.exitcases!, id: 'case-17' } as never);
    const about = { organisation: 'Älvsjö', subject: 'case-17', broadcast: 'card-1' };
    await storage.table(liveCardsTable).upsert({ ...about, kind: 'exit.checklist' });
    await storage.table(broadcastsTable).upsert({
      ...samples.broadcasts!,
      id: 'card-1',
      kind: 'exit.checklist',
      content: { subject: 'case-17' },
    } as never);
    await storage.table(deliveriesTable).upsert({ ...samples.deliveries!, broadcast: 'card-1' } as never);
    await keeping.holds.set({ organisation: 'Älvsjö', case: 'case-17', reference: '1.3-17/2026', at: new Date(AT) });
    const now = new Date('2030-01-01T02:30:00Z');
    const removed = await keeping.runPurge(now, 'test');
    expect(removed.filter(({ held }) => held > 0).map(({ table, held }) => [table, held])).toEqual([
      ['exitcases', 1],
      ['broadcasts', 1],
      ['deliveries', 1],
    ]);
    const kept = async () =>
      (await tablesOf(storage)).filter((name) =>
        [exitCasesTable.name, 'broadcasts', 'deliveries', 'livecards'].includes(name),
      );
    expect((await kept()).sort()).toEqual(['broadcasts', 'deliveries', 'exitcases', 'livecards']);
    await keeping.holds.release('Älvsjö', 'case-17');
    await keeping.runPurge(now, 'test');
    expect(await kept()).toEqual([]);
  });

  it('takes the cards about an exit case with the case, though they are younger than two years', async () => {
    const { storage, keeping } = await stage();
    const card = {
      ...samples.broadcasts!,
      id: 'card-1',
      kind: 'exit.checklist',
      createdAt: new Date('2026-02-01T09:00:00Z'),
    };
    await storage.table(broadcastsTable).upsert({ ...card, content: { subject: 'c1' } } as never);
    const ids = async () => {
      const found = [];
      for await (const { row } of storage.table(broadcastsTable).list()) found.push(row.id);
      return found;
    };
    await keeping.runPurge(new Date('2026-03-03T08:59:00Z'), 'test');
    expect(await ids()).toContain('card-1');
    await keeping.runPurge(new Date('2026-03-03T09:00:00Z'), 'test');
    expect(await ids()).not.toContain('card-1');
  });

  it('goes on the next time when it was cut off, and its record says so', async () => {
    const { storage, keeping } = await stage();
    const now = new Date('2030-01-01T02:30:00Z');
    let removals = 0;
    storage.fails = (_, call) => call === 'remove' && (removals += 1) > 4;
    await expect(keeping.runPurge(now, 'test')).rejects.toMatchObject({ code: 'storage_unavailable' });
    storage.fails = undefined;
    // What went is in the record, though the run did not come to its end.
    const noted = [];
    for await (const { rows, isDone } of keeping.disposals.list()) if (!isDone) noted.push(rows);
    expect(noted.reduce((sum, rows) => sum + rows, 0)).toBeGreaterThanOrEqual(4);
    await keeping.runPurge(now, 'test');
    const left = await tablesOf(storage);
    for (const table of Object.keys(GOES)) expect(left).not.toContain(table);
  });

  it('writes down what goes before it goes', async () => {
    const { storage, keeping } = await stage();
    storage.fails = (table, call) => table === 'disposals' && call === 'insert';
    const before = await tablesOf(storage);
    await expect(keeping.runPurge(new Date('2030-01-01T02:30:00Z'), 'test')).rejects.toThrow();
    storage.fails = undefined;
    expect(await tablesOf(storage)).toEqual(before);
  });

  it('is a job of every night at half past two, which any process of the bot may run', async () => {
    const { storage, keeping } = await stage();
    let now = new Date('2030-01-01T12:00:00Z');
    const clock = () => now;
    const store = openJobs(storage);
    await keeping.schedule(createJobs({ store, clock }));
    const { log } = createLogLines();
    const scheduler = createScheduler({ store, handlers: keeping.jobs, clock, holder: 'h', log });
    expect(await scheduler.tick()).toBe(0);
    expect(await tablesOf(storage)).toContain('exitcases');
    now = new Date('2030-01-02T01:30:00Z');
    expect(await scheduler.tick()).toBe(1);
    expect(await tablesOf(storage)).not.toContain('exitcases');
    const job = await createJobs({ store, clock }).find('alla organisationer', PURGE_JOB);
    expect(job).toMatchObject({ state: 'waiting', dueAt: new Date('2030-01-03T01:30:00Z') });
  });

  it('throws the messages away that nobody could read', async () => {
    const { storage, keeping } = await stage();
    await storage.queue('deliveries-unreadable').put('{"person":"p1"}');
    const removed = await keeping.runPurge(new Date(AT), 'test');
    expect(removed.at(-1)).toMatchObject({ table: 'deliveries-unreadable', rows: 1 });
    expect(await storage.queue('deliveries-unreadable').size()).toBe(0);
  });
});
