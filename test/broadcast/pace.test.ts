import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/calendar/index.js';
import { createPace } from '../../src/broadcast/pace.js';
import type { SlotState, SlotStore } from '../../src/broadcast/slots.js';
import { AppError } from '../../src/errors.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** One row in memory, with the versions of the real one. */
function memoryStore() {
  let row: { state: SlotState; version: string } | undefined;
  let writes = 0;
  const store: SlotStore = {
    read: async () => row ?? { state: { nextAt: 0, notBefore: 0, busy: {} } },
    async write(state, version) {
      if (version !== row?.version) throw new AppError('storage_conflict', 'test');
      row = { state, version: String(++writes) };
    },
  };
  return { store, writes: () => writes };
}

const paceOver = (store: SlotStore) => createPace({ store, clock: systemClock, perSecond: 200, random: Math.random });
/** Slots are there some milliseconds after they were asked for. */
async function soon<Result>(reserved: Promise<Result>): Promise<Result> {
  await vi.advanceTimersByTimeAsync(50);
  return reserved;
}
const SOON = () => Date.now() + 5000;

it('two processes write to one conversation a second apart, and to others meanwhile', async () => {
  const { store } = memoryStore();
  const left: { to: string; at: number }[] = [];
  const send = async (pace: ReturnType<typeof paceOver>, to: string) => {
    const [turn] = await pace.reserve([to]);
    expect(await pace.untilTurn(to, turn!, SOON())).toBeUndefined();
    left.push({ to, at: Date.now() });
  };
  const [one, other] = [paceOver(store), paceOver(store)];
  const all = Promise.all([send(one, 'a'), send(other, 'a'), send(other, 'b')]);
  await vi.advanceTimersByTimeAsync(1500);
  await all;
  const [first, second] = left.filter(({ to }) => to === 'a');
  expect(second!.at - first!.at).toBeGreaterThanOrEqual(1000);
  expect(left.find(({ to }) => to === 'b')!.at).toBeLessThan(second!.at);
});

it('tells at once when a turn would come too late', async () => {
  const { store } = memoryStore();
  const pace = paceOver(store);
  pace.holdConversation('a', 60_000);
  const [turn] = await soon(pace.reserve(['a']));
  expect(turn!.isBusy).toBe(true);
  expect(await pace.untilTurn('a', turn!, SOON())).toBe(turn!.at);
});

it('asks storage once for all that is wanted within some milliseconds', async () => {
  const { store, writes } = memoryStore();
  const pace = paceOver(store);
  const turns = await soon(Promise.all(Array.from({ length: 10 }, (_, n) => pace.reserve([`c${n}`]))));
  expect(new Set(turns.flat().map(({ at }) => at)).size).toBe(10);
  expect(writes()).toBe(1);
});

it('a turn that was given before Teams asked the conversation to wait is not used meanwhile', async () => {
  const { store } = memoryStore();
  const pace = paceOver(store);
  const [turn] = await soon(pace.reserve(['a']));
  const from = Date.now();
  pace.holdConversation('a', 3000);
  const left = pace.untilTurn('a', turn!, SOON()).then((late) => ({ late, at: Date.now() }));
  await vi.advanceTimersByTimeAsync(4000);
  expect((await left).late).toBeUndefined();
  expect((await left).at - from).toBeGreaterThanOrEqual(3000);
  const other = await soon(pace.reserve(['b']));
  pace.holdConversation('b', 60_000);
  expect(await pace.untilTurn('b', other[0]!, SOON())).toBe(Date.now() + 60_000);
});

it.each([300, 2000])('a wait of %i ms costs a turn that was given few questions to storage', async (ms) => {
  const { store, writes } = memoryStore();
  const pace = paceOver(store);
  const [turn] = await soon(pace.reserve(['a']));
  pace.holdConversation('a', ms);
  const left = pace.untilTurn('a', turn!, SOON());
  await vi.advanceTimersByTimeAsync(4000);
  expect(await left).toBeUndefined();
  expect(writes()).toBeLessThanOrEqual(3);
});

it('tells another process of the wait with the next reservation, whomever that is for', async () => {
  const { store } = memoryStore();
  const [one, other] = [paceOver(store), paceOver(store)];
  const until = Date.now() + 3000;
  one.holdConversation('a', 3000);
  await soon(one.reserve(['b']));
  expect(await soon(other.reserve(['a']))).toEqual([{ at: until, isBusy: true }]);
});

it('waits with everybody as Teams asked, unless woken', async () => {
  const { store } = memoryStore();
  const pace = paceOver(store);
  await pace.holdOff(60_000);
  let isOpen = false;
  void pace.untilOpen(new AbortController().signal).then(() => (isOpen = true));
  await vi.advanceTimersByTimeAsync(30_000);
  expect(isOpen).toBe(false);
  await pace.untilOpen(AbortSignal.abort());
  const waker = new AbortController();
  const woken = pace.untilOpen(waker.signal);
  waker.abort();
  await woken;
  await vi.advanceTimersByTimeAsync(31_000);
  expect(isOpen).toBe(true);
});
