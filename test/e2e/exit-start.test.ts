import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat, readCard } from './support/chat.js';
import { launchChromium } from './support/chromium.js';
import { startTestWorld, type TestWorld } from './support/world.js';

const PATIENCE_MS = 25_000;

let browser: Browser;
let world: TestWorld;
let karin: Chat;
let hr: Chat;

beforeAll(async () => {
  browser = await launchChromium();
  world = await startTestWorld({ TEST_NOW: '2026-09-02T07:00:00Z' });
  const { playgrounds } = world.addresses;
  [karin, hr] = await Promise.all([openChat(browser, playgrounds.manager), openChat(browser, playgrounds.hr)]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

const last = (chat: Chat) => chat.page.locator('.ac-adaptiveCard').last();
const withText = (hasText: string) => karin.page.locator('.ac-adaptiveCard', { hasText }).last();
/** The place of the newest card of this text, whatever it becomes. */
async function placeOf(text: string): Promise<Locator> {
  const all = karin.page.locator('.ac-adaptiveCard');
  return all.nth((await all.allInnerTexts()).findLastIndex((read) => read.includes(text)));
}
const shows = (card: Locator, text: string | RegExp) =>
  expect.poll(() => readCard(card), { timeout: PATIENCE_MS }).toMatch(text);
const press = (card: Locator, title: string) => card.getByRole('button', { name: title, exact: true }).first().click();

describe('an exit in the Playground', () => {
  it('the manager says who and how, and sees what is missing beside it', async () => {
    await karin.say('nytt avslut');
    const form = await karin.newCard();
    await form.getByText('Egen uppsägning').click();
    await press(form, 'Nästa');
    await shows(last(karin), /⚠ Välj vem det gäller/);
    await karin.screenshot('exit-start');
    await last(karin).getByRole('combobox').first().click();
    await karin.page.getByRole('option', { name: /^Maja Strandhäll/ }).click();
    await press(last(karin), 'Nästa');
    await shows(last(karin), /Maja Strandhäll, Förskollärare, Förskolorna Solberga/);
  });

  it('gives the days, and confirms what will be sent', async () => {
    for (const [label, day] of [
      ['Dag då uppsägningen kom', '2026-09-01'],
      ['Sista arbetsdag', '2026-12-01'],
      ['Sista anställningsdag', '2026-11-30'],
    ] as const)
      await last(karin).getByLabel(label).fill(day);
    await press(last(karin), 'Granska');
    await shows(last(karin), /⚠ Sista arbetsdagen kan inte ligga efter/);
    await karin.screenshot('exit-days');
    await last(karin).getByLabel('Sista arbetsdag').fill('2026-11-27');
    await last(karin).getByText('Äger team, funktionsbrevlåda eller system').click();
    await press(last(karin), 'Granska');
    await shows(last(karin), /Maja Strandhäll får \d+ punkter/);
    await shows(last(karin), /Äger team/);
    await karin.screenshot('exit-confirm');
  });

  it('sends, sees where it stands, changes a day, and recalls it all with one press', async () => {
    // Maja has not opened the bot: the list comes as Word, below the card.
    await press(last(karin), 'Medarbetaren vet om det, skicka');
    await shows(withText('Checklista avslut Maja Strandhäll.docx'), /docx/);
    // The manager's own checklist comes by itself.
    await shows(withText('Checklista: Maja Strandhäll'), /0 av \d+ klara/);
    const led = await placeOf('Avslut: Maja Strandhäll');
    await shows(led, /Öppet · 0 av \d+ punkter klara/);
    await karin.screenshot('exit-lead');
    await press(led, 'Ändra datum');
    await led.getByLabel('Sista anställningsdag').fill('2026-12-31');
    await press(led, 'Spara');
    await shows(led, /Ändringen är sparad[\s\S]*2026-12-31/);
    await karin.say('mina avslut');
    const list = await karin.newCard();
    await shows(list, /Maja Strandhäll/);
    await shows(list, /Sara Ekman/);
    await press(led, 'Återkalla, det blev fel');
    await shows(led, /Avslutet är återkallat/);
  });

  it('HR finds the person by name, and is stopped at what is handled outside the bot', async () => {
    await hr.say('nytt avslut');
    const form = await hr.newCard();
    await form.getByLabel(/namn eller e-postadress/).fill('s');
    await form.getByText('Pension').click();
    await press(form, 'Nästa');
    await shows(last(hr), /\d+ personer stämmer/);
    await hr.screenshot('exit-search');
    await last(hr)
      .getByText(/^Annat: uppsägning/)
      .click();
    await press(last(hr), 'Nästa');
    await shows(last(hr), /Utanför assistenten/);
    await hr.screenshot('exit-stop');
  });
});
