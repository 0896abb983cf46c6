import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { stopInTime } from '../../src/composition/program.js';

const TIMES = { graceMs: 300, flushMs: 100 };
const never = () => new Promise<void>(() => undefined);

/** Stops with work and a last sending that take their time; gives what came of it, the milliseconds, and when the sending began. */
async function stop(work: () => Promise<void>, send: () => Promise<void>) {
  const began = performance.now();
  let sentAfter = -1;
  const telemetry = { stop: () => ((sentAfter = performance.now() - began), send()) };
  const isDone = await stopInTime({ stop: work }, telemetry, TIMES);
  return { isDone, ms: performance.now() - began, sentAfter };
}

it('sends the last telemetry when the work is done', async () => {
  const { isDone, ms, sentAfter } = await stop(
    () => pause(50),
    () => pause(10),
  );
  expect(isDone).toBe(true);
  expect(sentAfter).toBeGreaterThanOrEqual(45);
  expect(ms).toBeLessThan(TIMES.graceMs);
});

it.each([
  ['never ends', never],
  ['fails', () => Promise.reject(new Error('Timeout'))],
])('ends in time and well when the last sending %s', async (_, send) => {
  const { isDone, ms } = await stop(async () => undefined, send);
  expect([isDone, ms < TIMES.graceMs]).toEqual([true, true]);
});

it('leaves the work all of its time, and sends beside its end', async () => {
  const { isDone, sentAfter } = await stop(() => pause(250), never);
  expect(isDone).toBe(true);
  expect(sentAfter).toBeGreaterThanOrEqual(195);
  expect((await stop(never, async () => undefined)).isDone).toBe(false);
});
