import fc from 'fast-check';
import { expect, it } from 'vitest';
import { INGRID, KARIN } from '../bot/support/people.js';
import { seen } from '../bot/support/seen.js';
import type { Stage } from '../bot/support/stage.js';
import { damagedActivities, damagedBodies, damagedPresses, isSound } from './doors.js';

/** The bot over HTTP, whatever is sent to it: `share` of so many thousand inputs each. */
export function checkDoors(stage: Stage, thousands: number, more: fc.Parameters<unknown> = {}): void {
  const runs = (share: number) => ({ ...more, numRuns: Math.ceil(thousands * share), timeout: 30_000 });

  /** What nobody meant to fail did not fail; that the chat is unknown to Teams is the input's own fault. */
  function expectNoFault(): void {
    const faults = stage.log
      .lines('turn failed')
      .filter(({ error }) => (error as { type?: string }).type !== 'RestError');
    expect(faults.map(({ error, name, type }) => JSON.stringify({ type, name, error }).slice(0, 1500))).toEqual([]);
    expect(stage.log.lines('http request failed')).toEqual([]);
  }

  it('answers every activity, and never that it failed', async () => {
    const user = stage.user(KARIN);
    const send = fc.asyncProperty(damagedActivities(stage, user), async (activity) =>
      isSound(await user.raw(activity)),
    );
    await fc.assert(send, runs(80));
    expectNoFault();
  });

  it('answers every body, whether or not it is an activity', async () => {
    const user = stage.user(KARIN);
    await fc.assert(
      fc.asyncProperty(damagedBodies(stage, user), async (body) => isSound(await user.raw(body))),
      runs(30),
    );
    expectNoFault();
  });

  it.each([KARIN, INGRID])('answers every press of $function, whatever the card sends', async (person) => {
    const user = stage.user(person);
    const press = fc.asyncProperty(damagedPresses(), async ({ verb, data }) =>
      isSound(await user.press(verb, data, '1')),
    );
    await fc.assert(press, runs(70));
    expectNoFault();
  });

  it('goes on answering after all that', async () => {
    const { replies } = await stage.user(KARIN).say('Hur hög är sjukfrånvaron i förskolan?');
    expect(seen(replies.at(-1))).toContain('9,8 %');
  });
}
