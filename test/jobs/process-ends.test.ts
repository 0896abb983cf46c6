import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { aJob, gate, HOUR, later, MINUTE, openWorld, ORGANISATION, SECOND, type World } from './support.js';
import { eventually } from '../support/eventually.js';

const find = (world: World, id: string) => world.jobs.find(ORGANISATION, id);
const never = () => new Promise<void>(() => undefined);

describe('a process that dies in the middle', () => {
  it('leaves its job to another when its lease ends, not before', async () => {
    const [dead, alive] = [await openWorld(), await openWorld()];
    await dead.jobs.schedule(aJob('job'));
    const started = vi.fn(never);
    void dead.scheduler({ remind: started }).tick();
    await eventually(() => expect(started).toHaveBeenCalledTimes(1));

    const remind = vi.fn(async () => undefined);
    alive.setTime(later(59 * SECOND));
    expect(await alive.scheduler({ remind }).tick()).toBe(0);
    alive.setTime(later(60 * SECOND));
    expect(await alive.scheduler({ remind }).tick()).toBe(1);
    expect(remind).toHaveBeenCalledWith(
      expect.objectContaining({ id: 'job', attempts: 2 }),
      later(60 * SECOND),
      expect.any(AbortSignal),
    );
    expect(await find(alive, 'job')).toMatchObject({ state: 'done', endedAt: later(60 * SECOND) });
  });

  it('and is not dead after all: it is told, and changes nothing', async () => {
    const [slow, quick] = [await openWorld(), await openWorld()];
    await slow.jobs.schedule(aJob('job', { every: { ms: HOUR } }));
    const wake = gate();
    let lost: AbortSignal | undefined;
    const ticking = slow
      .scheduler(
        {
          remind: async (_job, _now, signal) => {
            lost = signal;
            await wake.opened;
            throw new Error('too late');
          },
        },
        // Renewals every 30 ms of real time, for a lease that by the clocks of this test is over.
        { leaseMs: 90 },
      )
      .tick();
    await eventually(() => expect(lost).toBeDefined());
    quick.setTime(later(MINUTE));
    // A renewal that comes in between takes precedence, once or twice.
    await eventually(async () => expect(await quick.scheduler({ remind: async () => undefined }).tick()).toBe(1));
    await eventually(() => expect(lost!.aborted).toBe(true));
    wake.open();
    await ticking;
    expect(slow.log.map(({ message }) => message)).toContain(
      'a job was taken over by another process while it ran here',
    );
    expect(await find(quick, 'job')).toMatchObject({ dueAt: later(HOUR), attempts: 0 });
    expect(await find(quick, 'job')).not.toHaveProperty('lastError');
  });

  it('eight times by the same job: the job is given up and to be seen as failed', async () => {
    const world = await openWorld();
    await world.jobs.schedule(aJob('poison'));
    for (let n = 0; n < 8; n++) {
      const started = vi.fn(never);
      world.setTime(later(n * MINUTE));
      void world.scheduler({ remind: started }).tick();
      await eventually(() => expect(started).toHaveBeenCalledTimes(1));
    }
    world.setTime(later(8 * MINUTE));
    const remind = vi.fn(async () => undefined);
    expect(await world.scheduler({ remind }).tick()).toBe(0);
    expect(remind).not.toHaveBeenCalled();
    expect(await find(world, 'poison')).toMatchObject({ state: 'failed', lastError: 'process_died', attempts: 8 });
    expect(world.log.at(-1)).toMatchObject({ level: 'error', job: 'poison', organisation: ORGANISATION });
  });
});

describe('a restart', () => {
  it('skips nothing whose time passed while no process was up', async () => {
    const before = await openWorld();
    for (const [id, dueAt] of [
      ['past', later(HOUR)],
      ['just', later(3 * HOUR)],
      ['future', later(3 * HOUR + 1)],
    ] as const)
      await before.jobs.schedule(aJob(id, { dueAt }));
    const after = await openWorld();
    after.setTime(later(3 * HOUR));
    const ran: string[] = [];
    expect(await after.scheduler({ remind: async ({ id }) => void ran.push(id) }).tick()).toBe(2);
    expect(ran.sort()).toEqual(['just', 'past']);
    expect(await find(after, 'future')).toMatchObject({ state: 'waiting', attempts: 0 });
  });

  it('waits for the handlers under way, and starts no more', async () => {
    const world = await openWorld();
    await world.jobs.schedule(aJob('one'));
    const end = gate();
    const remind = vi.fn(() => end.opened);
    const scheduler = world.scheduler({ remind });
    scheduler.start(20);
    await eventually(() => expect(remind).toHaveBeenCalledTimes(1));
    let isStopped = false;
    const stopping = scheduler.stop().then(() => (isStopped = true));
    await world.jobs.schedule(aJob('two'));
    await wait(100);
    expect(isStopped).toBe(false);
    end.open();
    await stopping;
    expect((await find(world, 'one'))?.state).toBe('done');
    expect((await find(world, 'two'))?.state).toBe('waiting');
    expect(remind).toHaveBeenCalledTimes(1);
    expect(await scheduler.tick()).toBe(0);
  });

  it('finds later jobs though one handler takes long', async () => {
    const world = await openWorld();
    await world.jobs.schedule(aJob('long', { kind: 'long' }));
    const end = gate();
    const long = vi.fn(() => end.opened);
    const remind = vi.fn(async () => undefined);
    const scheduler = world.scheduler({ long, remind });
    scheduler.start(20);
    await eventually(() => expect(long).toHaveBeenCalledTimes(1));
    await world.jobs.schedule(aJob('short'));
    await eventually(() => expect(remind).toHaveBeenCalledTimes(1));
    end.open();
    await scheduler.stop();
    expect(long).toHaveBeenCalledTimes(1);
  });
});
