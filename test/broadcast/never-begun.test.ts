import { describe, expect, it } from 'vitest';
import type { Broadcast, Delivery, LedgerStore, TakenHint } from '../../src/broadcast/index.js';
import { createLedger } from '../../src/broadcast/ledger.js';
import type { Pace } from '../../src/broadcast/pace.js';
import { createRequests } from '../../src/broadcast/request.js';
import { createSender, type SenderParts } from '../../src/broadcast/sender.js';
import { createTakeUp, type Task, type TakeUpParts } from '../../src/broadcast/task.js';
import { sleep } from '../../src/broadcast/sleep.js';
import type { Times } from '../../src/broadcast/times.js';
import { AppError } from '../../src/errors.js';
import { openLedgerStore, openStorage } from '../../src/storage/index.js';
import { eventually } from '../support/eventually.js';

const TIMES: Times = { claim: 400, hide: 500, sweep: 500, lease: 500, look: 50, refresh: 50, fresh: 1000, gap: 1000 };
const ROW: Delivery = {
  ...{ organisation: 'o', broadcast: 'b', person: 'p', state: 'pending', locale: 'sv', reference: 'r' },
  ...{ attempt: 1, tries: 0, ambiguous: 0, edition: 0, history: [], createdAt: new Date() },
};
const BROADCAST = { id: 'b', organisation: 'o', kind: 'test', status: 'sending', edition: 0 } as Broadcast;
const away = () => new AppError('storage_unavailable', 'Storage does not answer.');
const log = { warn: () => undefined };

/** One row in real storage whose answers to writes are lost when `lose` says so: they take effect and fail all the same. `away`: nor can it be read. */
async function scene() {
  const real = openLedgerStore(openStorage({ kind: 'memory' }));
  let isLosing = () => false;
  let isAway = false;
  const store: LedgerStore = {
    ...real,
    write: async (change) => {
      const written = await real.write(change);
      if (isLosing()) throw away();
      return written;
    },
    find: (...key) => (isAway ? Promise.reject(away()) : real.find(...key)),
  };
  const ledger = createLedger(store, 'w');
  await ledger.insert('o', 'b', [ROW]);
  const find = async () => (await real.find('o', 'b', 'p'))!;
  const taken: TakenHint = { hint: await find(), takenTimes: 1 };
  const parts: TakeUpParts = {
    ...{ holder: 'h', clock: () => new Date(), random: () => 0, times: TIMES, ledger, log },
    hints: { put: async () => undefined, take: async () => [], done: async () => undefined, size: async () => 0 },
    headers: async () => BROADCAST,
  };
  return {
    find,
    takeUp: () => createTakeUp(parts).takeUp(taken),
    /** Started, with the row's hint in its queue. */
    sender(pace: Partial<Pace>) {
      const queue = [taken];
      const hints = { ...parts.hints, take: async () => queue.splice(0) };
      const times = { ...TIMES, claim: 2000, hide: 2500 };
      const sender = createSender({ ...parts, hints, times, pace, perSecond: 30 } as unknown as SenderParts);
      sender.start();
      return sender;
    },
    lose: (when: () => boolean) => void (isLosing = when),
    away: (is: boolean) => void (isAway = is),
  };
}

describe('a row whose request was never begun is not counted as perhaps delivered', () => {
  it('when the answer to its claim is lost, it is in our hands all the same', async () => {
    const { takeUp, lose } = await scene();
    let times = 0;
    lose(() => ++times === 1);
    expect((await takeUp())?.row.row).toMatchObject({ state: 'sending', ambiguous: 0, tries: 0 });
  });

  it('when the claim cannot be known in time, it is given back as soon as storage answers', async () => {
    const { takeUp, lose, find, ...storage } = await scene();
    lose(() => (storage.away(true), true));
    await expect(takeUp()).rejects.toThrow('Storage does not answer');
    expect((await find()).row.state).toBe('sending');
    storage.away(false);
    await eventually(async () =>
      expect((await find()).row).toMatchObject({ state: 'pending', ambiguous: 0, tries: 0 }),
    );
  });
});

describe('a stop leaves no row behind whose request was never begun', () => {
  const open = { untilOpen: async () => undefined };
  const UNTRIED = { state: 'pending', ambiguous: 0, tries: 0 };
  const isClaimed = ({ find }: Awaited<ReturnType<typeof scene>>) =>
    eventually(async () => expect((await find()).row.state).toBe('sending'));

  it('though storage is away when the claim is to be given back', async () => {
    const stage = await scene();
    stage.lose(() => (stage.away(true), true));
    const worker = stage.sender(open);
    await isClaimed(stage);
    let isOver = false;
    const stopped = worker.stop().then(() => (isOver = true));
    // Longer than it is tried to claim the row.
    await sleep(700);
    expect(isOver).toBe(false);
    stage.away(false);
    stage.lose(() => false);
    await stopped;
    expect((await stage.find()).row).toMatchObject(UNTRIED);
  });

  it('though no slot can be had for it', async () => {
    const stage = await scene();
    const worker = stage.sender({ ...open, reserve: () => Promise.reject(away()) });
    await isClaimed(stage);
    await worker.stop();
    expect((await stage.find()).row).toMatchObject(UNTRIED);
  });
});

describe('a request', () => {
  const taskOf = (row = ROW) =>
    ({ broadcast: BROADCAST, row: { row, version: '1' }, until: Date.now() + 25_000 }) as Task;
  const at = () => ({ at: Date.now(), isBusy: false });
  const open: Pace = {
    reserve: async () => [at()],
    untilOpen: async () => undefined,
    untilTurn: async () => undefined,
    holdConversation: () => undefined,
    holdOff: async () => undefined,
  };
  const requests = (pace: Partial<Pace>, post: () => Promise<never> | object) =>
    createRequests({
      ...{ pace: { ...open, ...pace }, composers: { test: () => Promise.resolve({ text: 'Hej' }) } },
      courier: { post: async () => post(), reopen: async () => ({ kind: 'opened', reference: 'r2' }) } as never,
      ...{ clock: () => new Date(), times: { ...TIMES, claim: 25_000 }, log },
    });
  const never = () => Promise.reject(new Error('Nothing is to be sent.'));

  it('that gets no slot because storage is away was not begun', async () => {
    const outcome = await requests({ untilTurn: () => Promise.reject(away()) }, never).send(taskOf(), at());
    expect(outcome).toMatchObject({ kind: 'too-late', notBefore: expect.any(Date) as Date });
  });

  it('keeps its outcome when the others cannot be told to wait', async () => {
    const throttled = { kind: 'throttled', retryAfterMs: 1000 };
    const requestsThen = requests({ holdOff: () => Promise.reject(away()) }, () => throttled);
    for (const reference of ['a', 'b', 'c', 'd', 'e'])
      expect(await requestsThen.send(taskOf({ ...ROW, reference }), at())).toEqual(throttled);
  });

  it('for a conversation anew, without a slot, is not now', async () => {
    expect(await requests({ reserve: () => Promise.reject(away()) }, never).reopen(taskOf(), 'r')).toMatchObject({
      kind: 'not-now',
    });
  });
});
