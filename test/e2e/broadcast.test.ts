import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from '../../src/local/world.js';
import { type Chat, openChat, readCard } from './support/chat.js';
import { launchChromium } from './support/chromium.js';
import { press } from './support/press.js';
import { startTestWorld } from './support/world.js';

let browser: Browser;
let world: World;
let hr: Chat;
let manager: Chat;

beforeAll(async () => {
  browser = await launchChromium();
  world = await startTestWorld();
  manager = await openChat(browser, world.addresses.playgrounds.manager);
  hr = await openChat(browser, world.addresses.playgrounds.hr, { width: 1180, height: 1700 });
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

const shows = (card: Locator, text: string | RegExp) =>
  expect.poll(() => readCard(card), { timeout: 30_000 }).toMatch(text);

describe('HR and a manager in two windows', () => {
  it('write, rehearse and send; read and confirm; the progress follows by itself; recall replaces the card', async () => {
    await hr.say('nytt utskick');
    const form = await hr.newCard();
    await form.getByLabel('Personer: e-postadresser eller rader ur en CSV-fil').fill('karin.lindqvist@ubara.example');
    await form.getByLabel('Rubrik (högst 100 tecken)').fill('Ny rutin för avslutssamtal');
    await form
      .getByLabel('Text (högst 2000 tecken)', { exact: false })
      .first()
      .fill('Närmaste chef håller samtalet.\n\nLäs rutinen före *fredag*, och säg till om något saknas.');
    await form.getByLabel('Be mottagarna trycka på ”Jag har läst”').check();
    await hr.screenshot('broadcast-form');
    await press(form, 'Granska');
    await shows(form, /Granska utskicket[\s\S]*Mottagare\s+1[\s\S]*Läs rutinen före \*fredag\*/);
    await hr.screenshot('broadcast-rehearsal');

    await manager.expectNew();
    await hr.press(form, 'Skicka');
    const card = await manager.newCard();
    await shows(card, /Ny rutin för avslutssamtal[\s\S]*Från HR-konsult/);
    await manager.screenshot('broadcast-manager');
    await hr.newCard();
    const all = hr.page.locator('.ac-adaptiveCard');
    const progress = all.nth((await all.count()) - 1);
    await shows(progress, /Klart\s+Levererat till 1 av 1 \(100 %\)[\s\S]*Har bekräftat\s+0 av 1 \(0 %\)/);

    await press(card, 'Jag har läst');
    await shows(card, /✓ Du bekräftade att du har läst det här/);
    await manager.screenshot('broadcast-confirmed');
    // Nobody touches HR's window.
    await shows(progress, /Har bekräftat\s+1 av 1 \(100 %\)/);
    await hr.screenshot('broadcast-progress');

    await hr.press(progress, 'Dra tillbaka');
    const ask = await hr.newCard();
    await shows(ask, /Dra tillbaka utskicket\?/);
    await hr.screenshot('broadcast-ask');
    await press(ask, 'Ja, dra tillbaka');
    await shows(card, /^\s*Utskicket ”Ny rutin för avslutssamtal” har dragits tillbaka\.\s*$/);
    await manager.screenshot('broadcast-recalled');
    await shows(progress, /Tillbakadraget[\s\S]*Tillbakadragna kort\s+1 av 1 \(100 %\)/);

    await hr.say('utskick');
    await shows(await hr.newCard(), /Ny rutin för avslutssamtal\s+\d{4}-\d\d-\d\d · Tillbakadraget/);
    await hr.screenshot('broadcast-list');
  });
});
