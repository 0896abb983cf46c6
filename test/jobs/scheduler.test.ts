import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { aJob, gate, HOUR, later, openWorld, ORGANISATION, type World } from './support.js';
import { eventually } from '../support/eventually.js';

const find = (world: World, id: string) => world.jobs.find(ORGANISATION, id);

describe('many schedulers over one storage', () => {
  it('run each of 60 due jobs exactly once', async () => {
    const worlds = await Promise.all(Array.from({ length: 4 }, openWorld));
    const ids = Array.from({ length: 60 }, (_, n) => `job-${n}`);
    for (const id of ids)
      await worlds[0]!.jobs.schedule(aJob(id, { organisation: `Nämnd ${Number(id.slice(4)) % 3}` }));
    const runs: string[] = [];
    const counts = await Promise.all(
      worlds.map((world, n) =>
        world
          .scheduler({
            remind: async (job) => {
              runs.push(job.id);
              await wait(n);
            },
          })
          .tick(),
      ),
    );
    expect([...runs].sort()).toEqual([...ids].sort());
    expect(counts.reduce((sum, count) => sum + count)).toBe(60);
    const states = new Set<string>();
    for await (const job of worlds[0]!.jobs.list())
      states.add(`${job.state} ${job.attempts} ${job.claim?.holder ?? 'free'}`);
    expect(states).toEqual(new Set(['done 1 free']));
  });

  it('take in hand more jobs than one batch holds', async () => {
    const world = await openWorld();
    for (let n = 0; n < 70; n++) await world.jobs.schedule(aJob(`job-${n}`));
    const ran = vi.fn(async () => undefined);
    expect(await world.scheduler({ remind: ran }).tick()).toBe(70);
    expect(ran).toHaveBeenCalledTimes(70);
  });

  it('run no more handlers at once than a process may', async () => {
    const world = await openWorld();
    for (let n = 0; n < 12; n++) await world.jobs.schedule(aJob(`job-${n}`));
    let [now, most] = [0, 0];
    const remind = async () => {
      most = Math.max(most, ++now);
      await wait(30);
      now--;
    };
    const scheduler = world.scheduler({ remind }, { concurrency: 3 });
    const counts = await Promise.all([scheduler.tick(), scheduler.tick()]);
    expect([counts[0] + counts[1], most]).toEqual([12, 3]);
  });

  it('never run one job side by side, not even longer than its lease', async () => {
    const [one, other] = [await openWorld(), await openWorld()];
    await one.jobs.schedule(aJob('long'));
    // Here time is real: the lease is renewed while the handler runs.
    const real = { clock: () => new Date(), leaseMs: 1500 };
    const end = gate();
    let runs = 0;
    const remind = async () => {
      runs++;
      await end.opened;
    };
    const first = one.scheduler({ remind }, real).tick();
    await eventually(() => expect(runs).toBe(1));
    const second = other.scheduler({ remind }, real);
    for (let n = 0; n < 6; n++) {
      await wait(500);
      expect(await second.tick()).toBe(0);
    }
    end.open();
    expect(await first).toBe(1);
    expect(await second.tick()).toBe(0);
    expect([runs, (await find(one, 'long'))?.state]).toEqual([1, 'done']);
  });
});

describe('a job of unknown kind', () => {
  it('stays and is logged once, and keeps no other from being run', async () => {
    const world = await openWorld();
    for (let n = 0; n < 70; n++) await world.jobs.schedule(aJob(`a-${n}`, { kind: 'toString', dueAt: later(-HOUR) }));
    await world.jobs.schedule(aJob('known'));
    const scheduler = world.scheduler({ remind: async () => undefined });
    expect(await scheduler.tick()).toBe(1);
    expect(await scheduler.tick()).toBe(0);
    expect(world.log.length).toBe(70);
    expect(world.log[0]).toEqual({
      level: 'error',
      message: 'no handler knows this kind of job; it stays',
      organisation: ORGANISATION,
      job: 'a-0',
      kind: 'toString',
    });
    expect(await find(world, 'a-0')).toMatchObject({ state: 'waiting', attempts: 0 });
    expect(await world.scheduler({ toString: async () => undefined }).tick()).toBe(70);
  });
});

describe('what it costs in storage calls', () => {
  const callsOf = async (world: World, work: () => Promise<unknown>) => {
    const before = world.storage.calls();
    await work();
    return world.storage.calls() - before;
  };

  it('one for a tick with nothing due, also with much that waits, is over or runs here', async () => {
    const world = await openWorld();
    const end = gate();
    const remind = vi.fn(() => end.opened);
    const scheduler = world.scheduler({ remind, done: async () => undefined });
    for (let n = 0; n < 20; n++) await world.jobs.schedule(aJob(`done-${n}`, { kind: 'done' }));
    await scheduler.tick();
    for (let n = 0; n < 20; n++) await world.jobs.schedule(aJob(`waits-${n}`, { dueAt: later(HOUR) }));
    await world.jobs.schedule(aJob('runs'));
    const running = scheduler.tick();
    await eventually(() => expect(remind).toHaveBeenCalledTimes(1));
    expect(await callsOf(world, () => scheduler.tick())).toBe(1);
    end.open();
    await running;
  });

  it('three for a job that is run', async () => {
    const world = await openWorld();
    await world.jobs.schedule(aJob('job'));
    const scheduler = world.scheduler({ remind: async () => undefined });
    expect(await callsOf(world, () => scheduler.tick())).toBe(1 + 3);
  });
});
