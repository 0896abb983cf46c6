import { describe, expect, it } from 'vitest';
import { aJob, HOUR, later, openWorld, ORGANISATION, SECOND, START, type World } from './support.js';

const find = (world: World, id: string) => world.jobs.find(ORGANISATION, id);

describe('a recurring job', () => {
  it('has exactly one next time, in the same row', async () => {
    const [one, other] = [await openWorld(), await openWorld()];
    await one.jobs.schedule(aJob('sweep', { every: { ms: HOUR } }));
    const times: Date[] = [];
    const remind = async ({ dueAt }: { dueAt: Date }) => void times.push(dueAt);
    const schedulers = [one.scheduler({ remind }), other.scheduler({ remind })];
    // 3:30 is after the bot was down for two hours: one run makes up for both times.
    for (const now of [START, later(HOUR), later(3.5 * HOUR), later(4 * HOUR)]) {
      one.setTime(now);
      other.setTime(now);
      await Promise.all(schedulers.map((scheduler) => scheduler.tick()));
      await Promise.all(schedulers.map((scheduler) => scheduler.tick()));
    }
    expect(times).toEqual([START, later(HOUR), later(2 * HOUR), later(4 * HOUR)]);
    const all = [];
    for await (const job of one.jobs.list()) all.push(job);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({
      state: 'waiting',
      dueAt: later(5 * HOUR),
      startAfter: later(5 * HOUR),
      attempts: 0,
    });
  });

  it('keeps its wall time when summer time begins', async () => {
    const world = await openWorld();
    world.setTime(new Date('2026-03-28T12:00:00Z'));
    await world.jobs.schedule({ organisation: ORGANISATION, id: 'daily', kind: 'remind', every: { daily: '08:00' } });
    const times: string[] = [];
    const scheduler = world.scheduler({ remind: async ({ dueAt }) => void times.push(dueAt.toISOString()) });
    for (const now of ['2026-03-29T06:00:00Z', '2026-03-30T06:00:00Z']) {
      world.setTime(later(-1, new Date(now)));
      expect(await scheduler.tick()).toBe(0);
      world.setTime(new Date(now));
      expect(await scheduler.tick()).toBe(1);
    }
    expect(times).toEqual(['2026-03-29T06:00:00.000Z', '2026-03-30T06:00:00.000Z']);
  });

  it('that fails comes again all the same, its failure still to be seen', async () => {
    const world = await openWorld();
    await world.jobs.schedule(aJob('sweep', { every: { ms: 10 * SECOND } }));
    let fails = true;
    const scheduler = world.scheduler({
      remind: async () => {
        if (fails) throw new Error('no');
      },
    });
    await scheduler.tick();
    expect(await find(world, 'sweep')).toMatchObject({
      state: 'waiting',
      dueAt: later(10 * SECOND),
      startAfter: later(10 * SECOND),
      attempts: 0,
      lastError: 'handler_failed',
    });
    fails = false;
    world.setTime(later(10 * SECOND));
    await scheduler.tick();
    expect(await find(world, 'sweep')).toMatchObject({ dueAt: later(20 * SECOND) });
    expect(await find(world, 'sweep')).not.toHaveProperty('lastError');
    expect(await find(world, 'sweep')).not.toHaveProperty('failedAt');
  });
});
