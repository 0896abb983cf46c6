import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Broadcast, Delivery, Kept, TakenHint } from '../../src/broadcast/index.js';
import { createSender, MOST_IN_FLIGHT, type SenderParts } from '../../src/broadcast/sender.js';
import { sleep } from '../../src/broadcast/sleep.js';
import { TIMES } from '../../src/broadcast/times.js';
import { AppError } from '../../src/errors.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function hint(n: number): TakenHint {
  const row = { organisation: 'o', broadcast: 'b', person: `p${n}`, state: 'pending', edition: 0 } as Delivery;
  return { hint: { row, version: 'v' }, takenTimes: 1 };
}

/** A sender whose claims take as long as the test wants: `claims` holds the way to end each; `untilOpen`: how long everybody waits. */
function slowSender({
  untilOpen = () => Promise.resolve(),
}: { untilOpen?: (woken: AbortSignal) => Promise<void> } = {}) {
  const claims: (() => void)[] = [];
  let given = 0;
  const sender = createSender({
    ...{ holder: 'h', clock: () => new Date(), random: () => 0.5, times: { ...TIMES, look: 10 }, perSecond: 30 },
    hints: {
      put: () => Promise.resolve(),
      take: (max: number) => Promise.resolve(Array.from({ length: max }, () => hint(given++))),
      done: () => Promise.resolve(),
      size: () => Promise.resolve(0),
    },
    ledger: { change: () => new Promise((resolve) => claims.push(() => resolve(undefined))) },
    headers: () => Promise.resolve({ status: 'sending', edition: 0 } as Broadcast),
    pace: { untilOpen },
    log: { warn: () => undefined },
  } as unknown as SenderParts);
  return { sender, claims, given: () => given };
}

it('one worker alone takes more hints while storage is slow to claim the rows of the first, but never more than it may hold', async () => {
  const { sender, claims } = slowSender();
  sender.start();
  await vi.advanceTimersByTimeAsync(100);
  expect(claims).toHaveLength(MOST_IN_FLIGHT);
  // Somebody else has those rows: their places go to others.
  claims.slice(0, 4).forEach((end) => end());
  await vi.advanceTimersByTimeAsync(100);
  expect(claims).toHaveLength(MOST_IN_FLIGHT + 4);
});

describe('a stop', () => {
  it('takes no more hints, though a hand gets free', async () => {
    const { sender, claims, given } = slowSender();
    sender.start();
    await vi.advanceTimersByTimeAsync(100);
    const before = given();
    const stopped = sender.stop();
    claims.forEach((end) => end());
    await vi.advanceTimersByTimeAsync(100);
    expect(given()).toBe(before);
    await stopped;
  });

  it('does not last as long as Teams asked everybody to wait', async () => {
    const { sender, given } = slowSender({ untilOpen: (woken) => sleep(3_600_000, woken) });
    sender.start();
    await vi.advanceTimersByTimeAsync(100);
    await sender.stop();
    expect([given(), vi.getTimerCount()]).toEqual([0, 0]);
  });
});

describe('when something fails', () => {
  const LOOK = 1000;

  /** Hints come without end, one batch in 5 ms; the sender is told of more all the time, as it is while a broadcast is sent. */
  async function busySender(parts: object) {
    let given = 0;
    const logged: unknown[] = [];
    const sender = createSender({
      ...{ holder: 'h', clock: () => new Date(), random: () => 0.5, times: { ...TIMES, look: LOOK }, perSecond: 30 },
      hints: {
        take: async (max: number) => {
          await sleep(5);
          return Array.from({ length: max }, () => hint(given++));
        },
      },
      ledger: {
        change: ({ seen: { row } }: { seen: Kept<Delivery> }) => ({ row: { ...row, state: 'sending' }, version: 'v2' }),
        find: () => Promise.resolve(undefined),
      },
      headers: () => Promise.resolve({ status: 'sending', edition: 0 } as Broadcast),
      pace: {
        untilOpen: () => Promise.resolve(),
        reserve: (all: unknown[]) => Promise.resolve(all.map(() => ({ at: Date.now(), isBusy: false }))),
      },
      log: { warn: (facts: object, message: string) => logged.push({ ...facts, message }) },
      ...parts,
    } as unknown as SenderParts);
    const telling = setInterval(() => sender.wake(), 10);
    sender.start();
    await vi.advanceTimersByTimeAsync(LOOK - 100);
    clearInterval(telling);
    return { given, logged, sender, soon: async () => (await vi.advanceTimersByTimeAsync(500), given) };
  }

  it('one delivery that fails holds up no other', async () => {
    const error = new Error('trasig');
    const { given, logged } = await busySender({ follow: { goOn: () => Promise.reject(error) } });
    expect(given).toBeGreaterThan(10 * MOST_IN_FLIGHT);
    expect(logged[0]).toEqual({ error, broadcast: 'b', message: 'a delivery did not come to its end' });
  });

  it.each([
    ['to claim', { ledger: { change: () => Promise.reject(new Error('trasig')), find: async () => undefined } }],
    [
      'to get slots',
      { pace: { untilOpen: async () => undefined, reserve: () => Promise.reject(new Error('trasig')) } },
    ],
  ])('%s, the queue is left alone for a moment, whatever is waiting there', async (_what, parts) => {
    const { given, logged, soon } = await busySender(parts);
    expect(given).toBeLessThanOrEqual(MOST_IN_FLIGHT);
    expect(logged[0]).toMatchObject({ broadcast: 'b' });
    expect(await soon()).toBeGreaterThan(given);
  });

  it('to take hints, the queue is left alone for a moment, whatever is waiting there', async () => {
    const take = vi.fn(() => Promise.reject(new Error('trasig')));
    await busySender({ hints: { take } });
    expect(take).toHaveBeenCalledTimes(1);
  });

  it('a row whose claim takes long holds up no other', async () => {
    const reserved: unknown[] = [];
    const slow = (person: string) => (person === 'p0' ? sleep(5000) : Promise.resolve());
    await busySender({
      ledger: {
        change: async ({ seen: { row } }: { seen: Kept<Delivery> }) => {
          await slow(row.person);
          return { row: { ...row, state: 'sending', reference: row.person }, version: 'v2' };
        },
      },
      pace: {
        untilOpen: async () => undefined,
        reserve: async (all: string[]) => (reserved.push(...all), new Promise(() => undefined)),
      },
    });
    expect(reserved).toHaveLength(MOST_IN_FLIGHT - 1);
  });

  it('slots are asked for again while storage is away, and the row is given back before its claim is of no use', async () => {
    const reserve = vi.fn(() => Promise.reject(new AppError('storage_unavailable', 'away')));
    const find = vi.fn(async () => undefined);
    const { soon } = await busySender({
      pace: { untilOpen: async () => undefined, reserve },
      ledger: {
        change: async ({ seen: { row } }: { seen: Kept<Delivery> }) => ({
          row: { ...row, state: 'sending' },
          version: 'v2',
        }),
        find,
      },
    });
    await vi.advanceTimersByTimeAsync(TIMES.claim * 0.3);
    expect(reserve.mock.calls.length).toBeGreaterThan(2 * MOST_IN_FLIGHT);
    expect(find).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(TIMES.claim * 0.1);
    expect(find).toHaveBeenCalledTimes(MOST_IN_FLIGHT);
    expect(await soon()).toBeGreaterThan(MOST_IN_FLIGHT);
  });
});
