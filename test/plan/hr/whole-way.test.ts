import { describe, expect, it } from 'vitest';
import { openPlans } from '../../../src/storage/index.js';
import { pressButton, read, replaced, say } from '../../bot/support/press.js';
import { useHrStage } from '../../broadcast/hr/support/hr-stage.js';
import { asProposed } from './support/as-proposed.js';
import { INGRID, KARIN, plan } from './support/plan-people.js';

/** The bot as it is put together, with the manager's own card. */
const stage = useHrStage({ TEST_NOW: '2026-04-13T07:00:00Z' });

describe('a follow-up from HR’s form to a manager’s answer', () => {
  it('goes out as it was previewed, and HR’s card follows the answer', async () => {
    const activities = [{ activity: 'Utbilda handledare', responsible: ['Enhetschefer'] }];
    await openPlans(stage.storage).put(plan({ department: 'Förskola', id: '2026-forskola' }, activities), undefined);
    const [karin, ingrid] = [await stage.arrive(KARIN), await stage.arrive(INGRID)];
    const form = await say(ingrid, 'ny uppföljning');
    const typed = { ...asProposed(form), message: 'Svara kort.' };
    const rehearsal = replaced(await pressButton(ingrid, form, 'Granska', typed));
    const preview = read(replaced(await pressButton(ingrid, rehearsal, 'Förhandsvisa')));
    expect(preview).toMatch(/T1 2026[\s\S]*Svara kort\.[\s\S]*Utbilda handledare/);
    const below = stage.newest(ingrid);
    expect(read(below)).toContain('Kortet ovanför är det som går till Karin Lindqvist');
    await pressButton(ingrid, below, 'Skicka');

    const card = await stage.shows(karin, /T1 2026[\s\S]*Svara kort\.[\s\S]*Utbilda handledare/);
    await stage.shows(ingrid, /Uppföljning: T1 2026\nÖppen\nBesvarat: 0 av 1/);
    const item = replaced(await pressButton(karin, card, 'Börja svara'));
    await pressButton(karin, item, 'Spara och nästa', { status: 'klar', comment: 'Alla är utbildade.' });
    await stage.shows(ingrid, /Besvarat: 1 av 1 \(100 %\)[\s\S]*Personer som är klara: 1/);
  }, 40_000);
});
