import { expect, it } from 'vitest';
import type { Broadcast, Delivery } from '../../src/broadcast/index.js';
import { createRequests, type RequestParts } from '../../src/broadcast/request.js';
import type { Task } from '../../src/broadcast/task.js';
import { TIMES } from '../../src/broadcast/times.js';
import { AppError } from '../../src/errors.js';

const NOW = new Date('2026-11-10T08:30:00Z');
const task = {
  broadcast: { kind: 'k', id: 'b' } as Broadcast,
  row: { row: { person: 'p', reference: '{}', locale: 'sv' } as Delivery, version: 'v' },
} as Task;

const sending = (error: Error) =>
  createRequests({
    ...{ clock: () => NOW, times: TIMES, log: { warn: () => undefined } },
    composers: { k: () => Promise.reject(error) },
  } as unknown as RequestParts).send(task, { at: 0, isBusy: false });

it('waits with a message that cannot be made because storage is away', async () => {
  expect(await sending(new AppError('storage_unavailable', 'test'))).toEqual({
    kind: 'too-late',
    notBefore: new Date(NOW.getTime() + 5000),
  });
});

it('gives up one that cannot be made for any other reason', async () => {
  expect(await sending(new Error('test'))).toMatchObject({ kind: 'undeliverable', cause: 'rejected' });
});
