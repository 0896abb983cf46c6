import { describe, expect, it, vi } from 'vitest';
import { createJobs, type NewJob } from '../../src/jobs/index.js';
import { openJobs } from '../../src/storage/index.js';
import { aJob, gate, HOUR, later, MINUTE, openWorld, ORGANISATION, START } from './support.js';
import { eventually } from '../support/eventually.js';

const recurring: NewJob = { organisation: ORGANISATION, id: 'purge', kind: 'privacy.purge', every: { daily: '03:00' } };

describe('schedule', () => {
  it('keeps what was asked for, and changes nothing when asked again', async () => {
    const { jobs, storage } = await openWorld();
    expect(await jobs.schedule(aJob('a', { data: { round: 'r1', pages: [1, 2] } }))).toMatchObject({
      kind: 'scheduled',
    });
    const first = await jobs.find(ORGANISATION, 'a');
    const calls = storage.calls();
    const again = await jobs.schedule(aJob('a', { data: { pages: [1, 2], round: 'r1' } }));
    expect(again).toEqual({ kind: 'unchanged', job: expect.objectContaining({ id: 'a' }) as object });
    expect(storage.calls() - calls).toBe(1);
    expect(await jobs.find(ORGANISATION, 'a')).toEqual(first);
    expect(first).toEqual({
      ...aJob('a', { data: { round: 'r1', pages: [1, 2] } }),
      state: 'waiting',
      startAfter: START,
      attempts: 0,
      revision: 0,
    });
  });

  it('tells the scheduler of this process of what is due already, and of nothing else', async () => {
    const { storage } = await openWorld();
    const onDue = vi.fn();
    const jobs = createJobs({ store: openJobs(storage), clock: () => START, onDue });
    await jobs.schedule(aJob('later', { dueAt: later(HOUR) }));
    expect(onDue).not.toHaveBeenCalled();
    await jobs.schedule(aJob('now', { dueAt: START }));
    await jobs.schedule(aJob('now', { dueAt: START }));
    expect(onDue).toHaveBeenCalledTimes(1);
  });

  it('makes one job when eight processes ask at once', async () => {
    const worlds = await Promise.all(Array.from({ length: 8 }, openWorld));
    const kinds = await Promise.all(worlds.map(async ({ jobs }) => (await jobs.schedule(aJob('a'))).kind));
    expect(kinds.filter((kind) => kind === 'scheduled')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'unchanged')).toHaveLength(7);
    const ran = vi.fn(async () => undefined);
    await worlds[0]!.scheduler({ remind: ran }).tick();
    expect(ran).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['time', { dueAt: later(1) }],
    ['kind', { kind: 'other' }],
    ['data', { data: { round: 'b' } }],
    ['recurrence', { every: { ms: MINUTE } }],
  ])('says that it is there with another %s, and leaves it', async (_, more) => {
    const { jobs } = await openWorld();
    await jobs.schedule(aJob('a'));
    expect((await jobs.schedule(aJob('a', more))).kind).toBe('different');
    expect(await jobs.find(ORGANISATION, 'a')).toMatchObject(aJob('a'));
  });

  it('keeps equal ids of two organisations apart', async () => {
    const { jobs } = await openWorld();
    await jobs.schedule(aJob('a'));
    expect((await jobs.schedule(aJob('a', { organisation: 'Östra' }))).kind).toBe('scheduled');
    await jobs.cancel('Östra', 'a');
    expect((await jobs.find(ORGANISATION, 'a'))?.state).toBe('waiting');
  });

  it('does not run again what is done or cancelled', async () => {
    const world = await openWorld();
    await world.jobs.schedule(aJob('done'));
    await world.scheduler({ remind: async () => undefined }).tick();
    await world.jobs.schedule(aJob('cancelled'));
    await world.jobs.cancel(ORGANISATION, 'cancelled');
    const ran = vi.fn(async () => undefined);
    for (const id of ['done', 'cancelled']) expect((await world.jobs.schedule(aJob(id))).kind).toBe('unchanged');
    expect(await world.scheduler({ remind: ran }).tick()).toBe(0);
  });

  it('takes the next time of a recurring job that names none, and leaves it alone at the next start', async () => {
    const world = await openWorld();
    expect((await world.jobs.schedule(recurring)).job.dueAt).toEqual(new Date('2026-06-02T01:00:00Z'));
    world.setTime(later(48 * HOUR));
    expect((await world.jobs.schedule(recurring)).kind).toBe('unchanged');
    expect((await world.jobs.reschedule(recurring)).kind).toBe('unchanged');
  });

  it.each([
    ['no time', { dueAt: undefined }, RangeError],
    ['a recurrence of no time', { every: { ms: 0 } }, RangeError],
    ['a wall time that is none', { every: { daily: '25:00' } }, RangeError],
  ])('refuses %s', async (_, more, error) => {
    const { jobs } = await openWorld();
    await expect(jobs.schedule(aJob('a', more))).rejects.toThrow(error);
    expect(await jobs.find(ORGANISATION, 'a')).toBeUndefined();
  });

  it('refuses data that do not fit a row, and an empty id', async () => {
    const { jobs } = await openWorld();
    const large = aJob('a', { data: { text: 'x'.repeat(40_000) } });
    await expect(jobs.schedule(large)).rejects.toMatchObject({ code: 'row_invalid' });
    await expect(jobs.schedule(aJob(''))).rejects.toMatchObject({ code: 'key_invalid' });
  });
});

describe('reschedule', () => {
  it.each([
    ['later', later(HOUR)],
    ['earlier', later(-HOUR)],
  ])('moves a job %s: it runs once, at the new time', async (_, dueAt) => {
    const world = await openWorld();
    world.setTime(later(-2 * HOUR));
    await world.jobs.schedule(aJob('a'));
    expect((await world.jobs.reschedule(aJob('a', { dueAt, data: { round: 'new' } }))).kind).toBe('scheduled');
    const ran = vi.fn(async () => undefined);
    const scheduler = world.scheduler({ remind: ran });
    world.setTime(later(-1, dueAt));
    expect(await scheduler.tick()).toBe(0);
    world.setTime(dueAt);
    expect(await scheduler.tick()).toBe(1);
    world.setTime(later(2 * HOUR));
    expect(await scheduler.tick()).toBe(0);
    expect(ran).toHaveBeenCalledWith(expect.objectContaining({ data: { round: 'new' } }), dueAt, expect.anything());
  });

  it('makes a job that is not there, and leaves one that is as wanted', async () => {
    const { jobs, storage } = await openWorld();
    expect((await jobs.reschedule(aJob('a'))).kind).toBe('scheduled');
    const calls = storage.calls();
    expect((await jobs.reschedule(aJob('a'))).kind).toBe('unchanged');
    expect(storage.calls() - calls).toBe(1);
  });

  it('wakes a job that is done, and one that was cancelled', async () => {
    const world = await openWorld();
    const ran: string[] = [];
    const scheduler = world.scheduler({ remind: async ({ id }) => void ran.push(id) });
    await world.jobs.schedule(aJob('done'));
    await scheduler.tick();
    await world.jobs.schedule(aJob('cancelled'));
    await world.jobs.cancel(ORGANISATION, 'cancelled');
    for (const id of ['done', 'cancelled']) await world.jobs.reschedule(aJob(id));
    expect(await scheduler.tick()).toBe(2);
    expect(ran.sort()).toEqual(['cancelled', 'done', 'done']);
    expect(await world.jobs.find(ORGANISATION, 'done')).toMatchObject({ state: 'done', attempts: 1, revision: 1 });
  });

  it('of a job whose handler runs lets it end, then runs the job as it is wanted now', async () => {
    const world = await openWorld();
    await world.jobs.schedule(aJob('a'));
    const end = gate();
    const rounds: unknown[] = [];
    const remind = async ({ data }: { data: Record<string, unknown> }) => {
      rounds.push(data.round);
      if (rounds.length === 1) await end.opened;
    };
    const [scheduler, other] = [world.scheduler({ remind }), world.scheduler({ remind })];
    const ticking = scheduler.tick();
    await eventually(() => expect(rounds).toHaveLength(1));
    await world.jobs.reschedule(aJob('a', { data: { round: 'new' } }));
    expect(await other.tick()).toBe(0);
    end.open();
    await ticking;
    expect(await other.tick()).toBe(1);
    expect(rounds).toEqual(['a', 'new']);
    expect((await world.jobs.find(ORGANISATION, 'a'))?.state).toBe('done');
    expect(await other.tick()).toBe(0);
  });
});

describe('cancel', () => {
  it('takes a job back once', async () => {
    const world = await openWorld();
    await world.jobs.schedule(aJob('a'));
    expect(await world.jobs.cancel(ORGANISATION, 'a')).toBe(true);
    expect(await world.jobs.cancel(ORGANISATION, 'a')).toBe(false);
    expect(await world.jobs.cancel(ORGANISATION, 'nowhere')).toBe(false);
    expect(await world.scheduler({ remind: async () => undefined }).tick()).toBe(0);
    expect(await world.jobs.find(ORGANISATION, 'a')).toMatchObject({ state: 'cancelled', endedAt: START });
  });

  it('of a job whose handler runs lets it end, and no other try follows', async () => {
    const world = await openWorld();
    await world.jobs.schedule(aJob('a', { every: { ms: MINUTE } }));
    const end = gate();
    const remind = vi.fn(async () => {
      await end.opened;
      throw new Error('no');
    });
    const scheduler = world.scheduler({ remind });
    const ticking = scheduler.tick();
    await eventually(() => expect(remind).toHaveBeenCalledTimes(1));
    expect(await world.jobs.cancel(ORGANISATION, 'a')).toBe(true);
    end.open();
    await ticking;
    world.setTime(later(24 * HOUR));
    expect(await scheduler.tick()).toBe(0);
    const job = await world.jobs.find(ORGANISATION, 'a');
    expect(job?.state).toBe('cancelled');
    expect(job).not.toHaveProperty('claim');
  });
});

it('lists the jobs of one organisation, or of all', async () => {
  const { jobs } = await openWorld();
  for (const organisation of ['Älvsjö', 'Östra']) await jobs.schedule(aJob('a', { organisation }));
  const ids = async (organisation?: string) => {
    const found: string[] = [];
    for await (const job of jobs.list(organisation)) found.push(`${job.organisation} ${job.id}`);
    return found.sort();
  };
  expect(await ids('Östra')).toEqual(['Östra a']);
  expect(await ids()).toEqual(['Älvsjö a', 'Östra a']);
});
