import { describe, expect, it } from 'vitest';
import type { User } from '../../support/connector/index.js';
import { invokeBody } from '../../bot/support/seen.js';
import { pressButton, read, replaced, say } from './support/hr-tools.js';
import { INGRID, KARIN, MESSAGE, useHrStage } from './support/hr-stage.js';

/** A Wednesday morning: people may be reminded. */
const stage = useHrStage({ TEST_NOW: '2026-11-25T10:00:00+01:00' });

async function send(ingrid: User): Promise<void> {
  const form = await say(ingrid, 'nytt utskick');
  const wanted = { ...MESSAGE, confirm: 'true', roles: 'alla' };
  const rehearsal = replaced(await pressButton(ingrid, form, 'Granska', wanted));
  replaced(await pressButton(ingrid, rehearsal, 'Skicka'));
}

describe('the button that reminds', () => {
  it('sends the card again to those who have not confirmed, once a day, and to nobody when all have', async () => {
    const karin = await stage.arrive(KARIN);
    const ingrid = await stage.arrive(INGRID);
    await send(ingrid);
    const card = await stage.shows(karin, /Ny rutin/);
    // HR herself has read it; one other manager has no chat with the bot.
    await pressButton(ingrid, await stage.shows(ingrid, /Läs rutinen/), 'Jag har läst');
    const progress = await stage.shows(ingrid, /Klart\nLevererat till 2 av 4[\s\S]*1 av 2/);
    const pressed = await pressButton(ingrid, progress, 'Påminn dem som inte svarat');
    expect(invokeBody(pressed.body).value).toBe('1 får en påminnelse.');
    const seen = () => stage.connector.sent(karin.conversationId).filter(({ text }) => /^Påminnelse/.test(text ?? ''));
    await expect.poll(() => seen().length).toBe(1);
    const again = await pressButton(ingrid, progress, 'Påminn dem som inte svarat');
    expect(invokeBody(again.body).value).toMatch(/Ingen påminns nu/);
    expect(seen()).toHaveLength(1);

    await pressButton(karin, card, 'Jag har läst');
    expect(read(await stage.shows(ingrid, /2 av 2/))).not.toContain('Påminn dem som inte svarat');
  });
});
