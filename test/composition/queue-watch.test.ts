import { beforeEach, describe, expect, it } from 'vitest';
import { type Broadcast, type Hint, waitingSince } from '../../src/broadcast/index.js';
import { createQueueWatch } from '../../src/composition/watch-queue.js';
import { openBroadcasts, openHints, openStorage, type Storage } from '../../src/storage/index.js';
import { createLogLines } from '../bot/support/log-lines.js';
import { ORGANISATION } from '../bot/support/people.js';
import { testStorage } from '../support/test-storage.js';

const NOON = Date.parse('2026-11-10T11:00:00Z');
const at = (seconds: number) => new Date(NOON + seconds * 1000);

const HINT: Hint = {
  version: 'v',
  row: {
    ...{ organisation: ORGANISATION, broadcast: 'b', person: 'p', state: 'pending', locale: 'sv', attempt: 1 },
    ...{ tries: 0, ambiguous: 0, edition: 0, history: [], createdAt: at(0) },
  },
};
const BROADCAST: Broadcast = {
  ...{ organisation: ORGANISATION, id: 'b', kind: 'announcement', title: 't', content: {}, audience: {} },
  ...{ status: 'preparing', createdAt: at(0), edition: 0, passes: [] },
};

let now: Date;
let measured: Record<string, number>;
beforeEach(() => {
  now = at(0);
  measured = {};
});

function watching(storage: Storage) {
  const log = createLogLines();
  const hints = openHints(
    storage,
    () => undefined,
    () => now,
  );
  const broadcasts = openBroadcasts(storage);
  const telemetry = { measure: (name: string, value: number) => void (measured[name] = value) };
  const { look } = createQueueWatch({ hints, broadcasts, clock: () => now, log: log.log, telemetry });
  return { hints, broadcasts, look, log };
}
const age = () => measured['ubara.queue.age'];

describe.each([
  ['memory', async () => openStorage({ kind: 'memory' })],
  ['Azurite', () => testStorage()],
])('the age of the queue in %s', (_, open) => {
  it('is that of the oldest hint that could be taken, from when it was due', async () => {
    const { hints, look, log } = watching(await open());
    await look();
    expect([age(), log.lines('deliveries wait')]).toEqual([0, []]);
    await hints.put(HINT);
    now = at(30);
    await hints.put(HINT);
    // Not due yet, and so no sign of anything.
    await hints.put(HINT, 600_000);
    now = at(90);
    await look();
    expect([age(), measured['ubara.queue.waiting']]).toEqual([90, 3]);
    expect(log.lines('deliveries wait')).toMatchObject([{ waiting: 3, seconds: 90 }]);
    const [first] = await hints.take(1, 60_000);
    await hints.done(first!);
    await look();
    expect(age()).toBe(60);
  });
});

describe('a sending that no worker begins with', () => {
  it('counts from when it should have begun, though the queue is empty', async () => {
    const storage = openStorage({ kind: 'memory' });
    await storage.prepare();
    const { broadcasts, look } = watching(storage);
    await broadcasts.create(BROADCAST);
    await broadcasts.activate(ORGANISATION, 'b');
    now = at(400);
    await look();
    expect(age()).toBe(400);
  });

  it.each<[string, Partial<Broadcast>, Date | undefined]>([
    ['is due when it was sent', {}, at(0)],
    ['is due at its time', { status: 'scheduled', sendAt: at(-60), createdAt: at(-600) }, at(-60)],
    ['is not due before', { status: 'scheduled', sendAt: at(60) }, undefined],
    ['was due when HR pressed again', { status: 'done', passes: [{ id: 'x', kind: 'resend', at: at(-5) }] }, at(-5)],
    ['has begun', { status: 'sending' }, undefined],
    ['waits for HR', { status: 'paused' }, undefined],
  ])('%s', (_, changes, since) => expect(waitingSince({ ...BROADCAST, ...changes }, at(0))).toEqual(since));
});
