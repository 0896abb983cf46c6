import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from '../../src/local/world.js';
import { type Chat, openChat, readCard } from './support/chat.js';
import { launchChromium } from './support/chromium.js';
import { press } from './support/press.js';
import { startTestWorld } from './support/world.js';

const QUESTION = 'Får jag ta ut flextid sista veckan innan jag slutar?';
/** HR sees an update within some seconds: each passes through the queue and the shared rate. */
const PATIENCE_MS = 20_000;

let browser: Browser;
let world: World;
let manager: Chat;
let hr: Chat;

beforeAll(async () => {
  browser = await launchChromium();
  world = await startTestWorld();
  [manager, hr] = await Promise.all([
    openChat(browser, world.addresses.playgrounds.manager),
    openChat(browser, world.addresses.playgrounds.hr),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

const shows = (card: Locator, text: string | RegExp) =>
  expect.poll(() => readCard(card), { timeout: PATIENCE_MS }).toMatch(text);
/** The last card of the chat in which this text stands. */
const cardWith = (chat: Chat, text: string) => chat.page.locator('.ac-adaptiveCard', { hasText: text }).last();

describe('a question that the bot cannot answer', () => {
  it('goes to HR, whose card appears by itself, and follows the claim at the manager', async () => {
    await manager.say('Vilken färg har månen?');
    await manager.press(await manager.newCard(), 'Skicka frågan till HR');
    const form = await manager.newCard();
    expect(await readCard(form)).toContain('HR ser ditt namn och texten nedan');
    await form.getByRole('textbox').fill(QUESTION);
    await manager.screenshot('question-form');
    await press(form, 'Skicka');
    await shows(cardWith(manager, 'Frågan är skickad till HR'), QUESTION);
    await shows(cardWith(manager, 'Din fråga till HR'), /Skickad\. Någon på HR tar hand om den/);
    await manager.screenshot('question-sent');

    const card = cardWith(hr, 'Fråga till HR');
    await shows(card, /Karin Lindqvist, Enhetschef, Förskola[\s\S]*Väntar på att någon på HR tar den/);
    await hr.screenshot('question-hr-new');
    await press(card, 'Jag tar den');
    await shows(card, /Du har den sedan/);
    await shows(cardWith(manager, 'Din fråga till HR'), /HR \(HR-konsult\) arbetar med din fråga\./);
    await hr.screenshot('question-hr-mine');
  });

  it('is answered, and the answer comes to the manager by itself', async () => {
    const card = cardWith(hr, 'Fråga till HR');
    // The card is updated once more after the claim; what is typed before would be lost.
    await hr.page.waitForTimeout(4000);
    await card.getByRole('textbox').first().fill('Ja, om din chef godkänner det. Prata om det i god tid.');
    await press(card, 'Svara');
    await shows(card, /Besvarad av Amir Haddad/);
    await shows(cardWith(manager, 'HR har svarat på din fråga'), /Ja, om din chef godkänner det\./);
    await shows(card, /Svaret har kommit fram i chatten\./);
    await hr.screenshot('question-hr-answered');
    await manager.screenshot('question-answer');
  });

  it('becomes a routine with two presses, and the manager who asks again gets it cited', async () => {
    await hr.press(cardWith(hr, 'Fråga till HR'), 'Gör till rutin');
    const form = await hr.newCard();
    expect(await readCard(form)).toContain('Förhandsgranska rutinen');
    await form.getByRole('textbox').first().fill('Flextid sista veckan');
    // Nothing tells which part of UBARA a question belongs to that the bot could not answer: HR chooses.
    await form.getByRole('combobox').first().click();
    await hr.page.getByRole('option', { name: 'Avsluta' }).click();
    await hr.screenshot('publishing-form');
    await press(form, 'Publicera');
    await shows(cardWith(hr, 'Rutinen är publicerad'), /Flextid sista veckan/);
    await hr.screenshot('publishing-done');
    await expect
      .poll(
        async () => {
          await manager.say(QUESTION);
          return readCard(await manager.newCard());
        },
        { timeout: 30_000, interval: 1000 },
      )
      .toMatch(/Flextid sista veckan[\s\S]*Svar från HR, Hägersten-Älvsjö stadsdelsförvaltning, \d{4}-\d{2}-\d{2}/);
    await manager.screenshot('question-published');
    await hr.say('publicerade svar');
    await hr.press(await hr.newCard(), 'Dra tillbaka');
    await shows(cardWith(hr, 'Rutinen är tillbakadragen'), /Flextid sista veckan/);
    await hr.say('frågor');
    const list = await readCard(await hr.newCard());
    expect(list).toMatch(/Karin Lindqvist, Enhetschef, Förskola\s+Får jag ta ut flextid[\s\S]*Besvarad av Amir Haddad/);
    await hr.screenshot('questions-hr');
  });
});
