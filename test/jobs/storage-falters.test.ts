import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../../src/errors.js';
import type { JobStore } from '../../src/jobs/index.js';
import { openJobs } from '../../src/storage/index.js';
import { aJob, gate, later, MINUTE, openWorld, ORGANISATION, type World } from './support.js';
import { eventually } from '../support/eventually.js';

const unavailable = () => new AppError('storage_unavailable', 'Storage does not answer.');

/** The real store, some calls of which fail on their way. */
function faltering(world: World, fails: { [Method in keyof JobStore]?: () => boolean }): JobStore {
  const store = openJobs(world.storage);
  const guard = (method: keyof JobStore) => {
    if (fails[method]?.()) throw unavailable();
  };
  return {
    ...store,
    find: async (...args) => (guard('find'), store.find(...args)),
    hold: async (...args) => (guard('hold'), store.hold(...args)),
    save: async (...args) => (guard('save'), store.save(...args)),
    due: (now) => (guard('due'), store.due(now)),
  };
}

/** Fails the first `times` times. */
function first(times: number): () => boolean {
  return () => times-- > 0;
}

describe('when storage falters', () => {
  it('a job that was run is written down all the same, and not run again', async () => {
    const world = await openWorld();
    await world.jobs.schedule(aJob('job'));
    const remind = vi.fn(async () => undefined);
    expect(await world.scheduler({ remind }, { store: faltering(world, { save: first(1) }) }).tick()).toBe(1);
    expect(await world.jobs.find(ORGANISATION, 'job')).toMatchObject({ state: 'done', attempts: 1 });
    expect(remind).toHaveBeenCalledTimes(1);
  });

  it('a job that cannot be claimed is left, the others are run, and the next tick finds it', async () => {
    const world = await openWorld();
    for (const id of ['a', 'b', 'c']) await world.jobs.schedule(aJob(id));
    const ran: string[] = [];
    const store = faltering(world, { find: first(1) });
    const scheduler = world.scheduler({ remind: async ({ id }) => void ran.push(id) }, { store });
    expect(await scheduler.tick()).toBe(2);
    expect(world.log).toEqual([expect.objectContaining({ level: 'warn', kind: 'remind', organisation: ORGANISATION })]);
    expect(await scheduler.tick()).toBe(1);
    expect(ran.sort()).toEqual(['a', 'b', 'c']);
  });

  it('a tick says so, and a started scheduler goes on', async () => {
    const world = await openWorld();
    await world.jobs.schedule(aJob('job'));
    const remind = vi.fn(async () => undefined);
    await expect(world.scheduler({ remind }, { store: faltering(world, { due: first(1) }) }).tick()).rejects.toThrow(
      'Storage does not answer.',
    );
    const scheduler = world.scheduler({ remind }, { store: faltering(world, { due: first(2) }) });
    scheduler.start(20);
    await eventually(() => expect(remind).toHaveBeenCalledTimes(1));
    await scheduler.stop();
    expect(world.log.map(({ level }) => level)).toEqual(['warn', 'warn']);
  });

  it('so long that a claim ends before it is known, the job is left to whoever claims it next', async () => {
    const world = await openWorld();
    await world.jobs.schedule(aJob('job'));
    const store = openJobs(world.storage);
    const hold: JobStore['hold'] = async (...args) => {
      const held = await store.hold(...args);
      world.setTime(later(MINUTE));
      return held;
    };
    const remind = vi.fn(async () => undefined);
    expect(await world.scheduler({ remind }, { store: { ...store, hold } }).tick()).toBe(0);
    expect(remind).not.toHaveBeenCalled();
    expect(await world.scheduler({ remind }).tick()).toBe(1);
  });

  it('so long that the lease ends, the handler is told that it may have lost the job', async () => {
    const world = await openWorld();
    await world.jobs.schedule(aJob('job'));
    let isDown = false;
    const store = faltering(world, { hold: () => isDown });
    const told = gate();
    const remind = async (_job: unknown, _now: Date, lost: AbortSignal) => {
      isDown = true;
      lost.addEventListener('abort', () => told.open());
      await told.opened;
      isDown = false;
    };
    // Here time is real: the claim must have been made well before the lease ends.
    const scheduler = world.scheduler(
      { remind },
      { store, clock: () => new Date(), leaseMs: 2000, holder: randomUUID() },
    );
    expect(await scheduler.tick()).toBe(1);
    // Nobody else has taken it, so what it did stands.
    expect((await world.jobs.find(ORGANISATION, 'job'))?.state).toBe('done');
  });
});
