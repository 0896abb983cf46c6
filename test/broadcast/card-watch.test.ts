import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCardWatch } from '../../src/broadcast/card-watch.js';
import { TIMES } from '../../src/broadcast/times.js';

const one = { organisation: 'o', kind: 'k', id: 'b' };

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-09-01T07:00:00Z') }));
afterEach(() => void vi.useRealTimers());

function watching() {
  const shown: number[] = [];
  const start = Date.now();
  const log = { warn: vi.fn() };
  const watch = createCardWatch({
    show: async () => void shown.push(Date.now() - start),
    clock: () => new Date(),
    log,
  });
  return { watch, shown, log };
}

describe('live cards', () => {
  it('are made anew at most every five seconds, and the last news is always shown', async () => {
    const { watch, shown } = watching();
    for (let delivered = 1; delivered <= 12; delivered += 1) {
      watch.noticed(one, String(delivered));
      await vi.advanceTimersByTimeAsync(1000);
    }
    await vi.advanceTimersByTimeAsync(60_000);
    expect(shown).toEqual([0, 1, 2, 3].map((times) => times * TIMES.refresh));
  });

  it('are left alone while nothing changes, each subject by itself', async () => {
    const { watch, shown } = watching();
    for (let second = 0; second < 20; second += 1) {
      watch.noticed(one, 'as it is');
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(shown).toEqual([0]);
    watch.noticed({ ...one, id: 'c' }, 'as it is');
    await vi.advanceTimersByTimeAsync(10);
    expect(shown).toHaveLength(2);
  });

  it('show what waits when the process stops, and outlive a failure', async () => {
    const { watch, shown, log } = watching();
    watch.noticed(one, '1');
    await vi.advanceTimersByTimeAsync(10);
    watch.noticed(one, '2');
    await watch.stop();
    expect(shown).toHaveLength(2);
    const failing = createCardWatch({ show: () => Promise.reject(new Error('x')), clock: () => new Date(), log });
    failing.noticed(one, '1');
    await vi.advanceTimersByTimeAsync(10);
    expect(log.warn).toHaveBeenCalledOnce();
  });
});
