import { describe, expect, it } from 'vitest';
import { DANIEL, SARA } from '../../bot/support/people.js';
import type { User } from '../../support/connector/index.js';
import { buttonOf, pressButton, read, replaced, say } from './support/hr-tools.js';
import { INGRID, KARIN, MESSAGE, useHrStage } from './support/hr-stage.js';

/** Slow enough to be paused in the middle. */
const stage = useHrStage({ SENDS_PER_SECOND: '1' });

describe('the buttons of the progress card', () => {
  it('pause and resume: nobody is left out', async () => {
    const people = [await stage.arrive(KARIN), await stage.arrive(SARA), await stage.arrive(DANIEL)];
    const ingrid = await stage.arrive(INGRID);
    const cardsOf = ({ conversationId }: User) =>
      stage.connector.sent(conversationId).filter((one) => JSON.stringify(one).includes('Ny rutin')).length;
    const form = await say(ingrid, 'nytt utskick');
    const rehearsal = replaced(await pressButton(ingrid, form, 'Granska', { ...MESSAGE, roles: 'alla' }));
    replaced(await pressButton(ingrid, rehearsal, 'Skicka'));
    const list = await say(ingrid, 'utskick');
    const { data } = buttonOf(list, 'Öppna');
    // The first moment it is only being prepared.
    await expect
      .poll(async () => read(replaced(await ingrid.press('broadcast.pause', data))), { interval: 50 })
      .toContain('Pausat');
    const paused = await stage.shows(ingrid, /Utskick: Ny rutin\nPausat/);
    // How many are held back is the engine's test: up to sixteen are in flight, and these end.
    await pressButton(ingrid, paused, 'Fortsätt');
    await stage.shows(ingrid, /Klart\nLevererat till 4 av 4/);
    expect(people.map(cardsOf)).toEqual([1, 1, 1]);
  }, 60_000);
});

describe('somebody whose delivery is uncertain', () => {
  it('who presses the button of the card has it: the row counts as delivered and answered', async () => {
    const karin = await stage.arrive(KARIN);
    const ingrid = await stage.arrive(INGRID);
    stage.connector.respond = ({ conversationId, raw, method }) =>
      method === 'POST' && conversationId === karin.conversationId && raw.includes('Ny rutin')
        ? { kind: 'accepted-then', fault: { kind: 'status', status: 502 } }
        : undefined;
    const form = await say(ingrid, 'nytt utskick');
    const rehearsal = replaced(await pressButton(ingrid, form, 'Granska', MESSAGE));
    replaced(await pressButton(ingrid, rehearsal, 'Skicka'));
    const progress = await stage.shows(ingrid, /Klart\nLevererat till 0 av 1[\s\S]*Ovissa: 1/);
    expect(read(progress)).toMatch(/Räkna ovissa som levererade \| Skicka igen till ovissa/);
    const confirmed = replaced(await pressButton(karin, await stage.shows(karin, /Ny rutin/), 'Jag har läst'));
    expect(read(confirmed)).toContain('✓ Du bekräftade');
    await stage.shows(ingrid, /Levererat till 1 av 1 \(100 %\)[\s\S]*Har bekräftat: 1 av 1/);
  }, 60_000);
});
