import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../../src/errors.js';
import { aJob, HOUR, later, openWorld, ORGANISATION, SECOND, START, type World } from './support.js';

const find = (world: World, id: string) => world.jobs.find(ORGANISATION, id);

describe('a handler that fails', () => {
  it('is tried again after growing delays, eight times in all, and then to be seen as failed', async () => {
    const world = await openWorld();
    await world.jobs.schedule(aJob('job'));
    const remind = vi.fn(async () => {
      throw new AppError('recipient_unreachable', 'Anna Andersson cannot be reached.');
    });
    const scheduler = world.scheduler({ remind });
    const delays: number[] = [];
    for (;;) {
      expect(await scheduler.tick()).toBe(1);
      const job = (await find(world, 'job'))!;
      if (job.state === 'failed') break;
      delays.push((job.startAfter.getTime() - world.clock().getTime()) / SECOND);
      world.setTime(later(-1, job.startAfter));
      expect(await scheduler.tick()).toBe(0);
      world.setTime(job.startAfter);
    }
    expect(delays).toEqual([15, 60, 300, 900, 3600, 14_400, 43_200]);
    const job = await find(world, 'job');
    expect(job).toMatchObject({
      attempts: 8,
      lastError: 'recipient_unreachable',
      dueAt: START,
      endedAt: world.clock(),
    });
    expect(JSON.stringify(job)).not.toContain('Anna');
    world.setTime(later(48 * HOUR));
    expect(await scheduler.tick()).toBe(0);
    expect(world.log.at(-1)).toMatchObject({ level: 'error', job: 'job', lastError: 'recipient_unreachable' });
  });

  it('and then succeeds leaves no failure behind', async () => {
    const world = await openWorld();
    await world.jobs.schedule(aJob('job'));
    let times = 0;
    const scheduler = world.scheduler({
      remind: async () => {
        if (++times === 1) throw new TypeError('what somebody wrote');
      },
    });
    await scheduler.tick();
    expect(await find(world, 'job')).toMatchObject({ state: 'waiting', lastError: 'handler_failed', failedAt: START });
    world.setTime(later(15 * SECOND));
    await scheduler.tick();
    expect(await find(world, 'job')).toMatchObject({ state: 'done', attempts: 2 });
    expect(await find(world, 'job')).not.toHaveProperty('lastError');
  });
});
