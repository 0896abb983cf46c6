import { expect, it } from 'vitest';
import type { Broadcast, Delivery, TakenHint } from '../../src/broadcast/index.js';
import { createTakeUp } from '../../src/broadcast/task.js';
import { TIMES } from '../../src/broadcast/times.js';
import { AppError } from '../../src/errors.js';

it('never gives up a row because storage failed while its hint was in hand: the hint is made anew, for later', async () => {
  const row = { organisation: 'o', broadcast: 'b', person: 'p', state: 'pending' } as Delivery;
  const taken: TakenHint = { hint: { row, version: 'v1' }, takenTimes: 6 };
  const done: unknown[] = [];
  const put: unknown[] = [];
  const { takeUp } = createTakeUp({
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

it('tries again what storage did not do, but not what is a mistake in the program', async () => {
  const row = { organisation: 'o', broadcast: 'b', person: 'p', state: 'pending' } as Delivery;
  const claimOf = async (errors: Error[]) => {
    let tries = 0;
    const { takeUp, givenBack } = createTakeUp({
      ...{ holder: 'h', clock: () => new Date(), random: () => 0, times: { ...TIMES, claim: 400 } },
      ...{ log: { warn: () => undefined }, hints: {} as never },
      ledger: {
        find: async () => undefined,
        change: async () => {
          const error = errors[tries++];
          if (error) throw error;
          return { row: { ...row, state: 'sending' }, version: 'v2' };
        },
      } as never,
      headers: async () => ({ status: 'sending', edition: 0 }) as Broadcast,
    });
    const result = await takeUp({ hint: { row, version: 'v1' }, takenTimes: 1 }).catch((error: unknown) => error);
    await givenBack();
    return { result, tries };
  };
  const passing = [new AppError('storage_unavailable', 'away'), new AppError('storage_conflict', 'overtaken')];
  expect(await claimOf(passing)).toMatchObject({ result: { row: { version: 'v2' } }, tries: 3 });
  const mistake = new TypeError('undefined is not a function');
  expect(await claimOf([mistake])).toEqual({ result: mistake, tries: 1 });
});
