import { expect, it } from 'vitest';
import type { Broadcast, Delivery, TakenHint } from '../../src/broadcast/index.js';
import { createTakeUp } from '../../src/broadcast/task.js';
import { TIMES } from '../../src/broadcast/times.js';

it('never gives up a row because storage failed while its hint was in hand: the hint is made anew, for later', async () => {
  const row = { organisation: 'o', broadcast: 'b', person: 'p', state: 'pending' } as Delivery;
  const taken: TakenHint = { hint: { row, version: 'v1' }, takenTimes: 6 };
  const done: unknown[] = [];
  const put: unknown[] = [];
  const takeUp = createTakeUp({
    ...{ holder: 'h', clock: () => new Date(), random: () => 0.5, times: TIMES, log: { warn: () => undefined } },
    hints: {
      put: async (...hint) => void put.push(hint),
      take: async () => [],
      done: async (one) => void done.push(one),
      size: async () => 0,
    },
    ledger: { change: () => Promise.reject(new Error('The row is not to be touched.')) } as never,
    headers: async () => ({ status: 'sending', edition: 0 }) as Broadcast,
  });
  expect(await takeUp(taken)).toBeUndefined();
  expect(put).toEqual([[taken.hint, TIMES.hide]]);
  expect(done).toEqual([taken]);
});
