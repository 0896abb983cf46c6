import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from '../../src/local/world.js';
import { type Chat, openChat, readCard } from './support/chat.js';
import { launchChromium } from './support/chromium.js';
import { press } from './support/press.js';
import { startTestWorld } from './support/world.js';

let browser: Browser;
let world: World;
let manager: Chat;

beforeAll(async () => {
  browser = await launchChromium();
  world = await startTestWorld();
  manager = await openChat(browser, world.addresses.playgrounds.manager);
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

const shows = (card: Locator, text: string | RegExp) =>
  expect.poll(() => readCard(card), { timeout: 15_000 }).toMatch(text);

describe('a manager in the Agents Playground', () => {
  it('rates an answer in place, is stopped with a personal number and keeps what was typed', async () => {
    await manager.say('Hur hög är sjukfrånvaron i förskolan?');
    const card = await manager.newCard();
    await press(card, '👎 Nej');
    await shows(card, /Tack! Du svarade 👎 Nej\./);
    await shows(card, /9,8 %/);
    await card.getByRole('textbox').fill('Fel om 850709-9805');
    await press(card, 'Skicka kommentar');
    await shows(card, /ser ut att innehålla ett personnummer/);
    expect(await card.getByRole('textbox').inputValue()).toBe('Fel om 850709-9805');
    await manager.screenshot('feedback-refused');
    await card.getByRole('textbox').fill('Fel år');
    await press(card, 'Skicka kommentar');
    await shows(card, /Din kommentar är sparad, utan ditt namn\./);
    await manager.screenshot('feedback-saved');
  });

  it('is read by HR in its list, without a name', async () => {
    const hr = await openChat(browser, world.addresses.playgrounds.hr);
    await hr.say('frågor');
    const list = await readCard(await hr.newCard());
    expect(list).toMatch(/Minst hjälp av[\s\S]*Sjukfrånvaro: 1 nej, 0 ja\s+Fel år/);
    await hr.close();
  });
});
