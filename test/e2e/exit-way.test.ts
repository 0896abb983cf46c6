import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat, readCard } from './support/chat.js';
import { launchChromium } from './support/chromium.js';
import { startTestWorld, type TestWorld } from './support/world.js';

const PATIENCE_MS = 60_000;

let browser: Browser;
let world: TestWorld;
let karin: Chat;
let sara: Chat;
let hr: Chat;

async function openAll(): Promise<void> {
  const { manager, employee, hr: office } = world.addresses.playgrounds;
  [karin, sara, hr] = await Promise.all([
    openChat(browser, manager),
    openChat(browser, employee),
    openChat(browser, office),
  ]);
}

/** Everything stops, and three weeks or three months later it goes on. */
async function laterAt(now: string): Promise<void> {
  await Promise.all([karin, sara, hr].map((chat) => chat.page.close()));
  await world.restart({ TEST_NOW: now });
  await openAll();
}

const cards = (chat: Chat) => chat.page.locator('.ac-adaptiveCard');
/** The place of the newest card that reads so, once there is one; it stays, whatever the card becomes. */
async function cardOf(chat: Chat, text: RegExp) {
  const find = async () => (await cards(chat).allInnerTexts()).findLastIndex((read) => text.test(read));
  await expect.poll(find, { timeout: PATIENCE_MS, message: String(text) }).toBeGreaterThanOrEqual(0);
  return cards(chat).nth(await find());
}
const press = (card: ReturnType<Chat['page']['locator']>, title: string | RegExp) =>
  card.getByRole('button', { name: title, exact: true }).first().click();

beforeAll(async () => {
  browser = await launchChromium();
  world = await startTestWorld({ TEST_NOW: '2026-09-02T07:05:00Z' });
  await openAll();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

describe('from the resignation to the last day, with the bot stopped in between', () => {
  it('the manager takes back the demo’s case and starts another, which comes to the employee by itself', async () => {
    await karin.say('mina avslut');
    const list = await karin.newCard();
    await press(list, 'Visa avslutet');
    const led = await cardOf(karin, /Avslut: Sara Ekman/);
    await press(led, 'Återkalla, det blev fel');
    await expect.poll(() => readCard(led), { timeout: PATIENCE_MS }).toMatch(/Avslutet är återkallat/);

    await karin.say('nytt avslut');
    const form = await karin.newCard();
    await form.getByRole('combobox').first().click();
    await karin.page.getByRole('option', { name: /^Sara Ekman/ }).click();
    await form.getByText('Egen uppsägning').click();
    await press(form, 'Nästa');
    await expect.poll(() => readCard(form), { timeout: PATIENCE_MS }).toMatch(/Sista anställningsdag/);
    for (const [label, day] of [
      ['Dag då uppsägningen kom', '2026-09-01'],
      ['Sista arbetsdag', '2026-11-27'],
      ['Sista anställningsdag', '2026-11-30'],
    ] as const)
      await form.getByLabel(label).fill(day);
    await press(form, 'Granska');
    await expect.poll(() => readCard(form), { timeout: PATIENCE_MS }).toMatch(/Prata med medarbetaren först/);
    await press(form, 'Medarbetaren vet om det, skicka');
    await cardOf(sara, /Din checklista inför sista dagen/);
    await cardOf(karin, /Checklista: Sara Ekman/);
    await sara.screenshot('exit-way-start');
  });

  it('three weeks before the last day the manager books the conversation by the guide', async () => {
    await laterAt('2026-11-06T08:05:00Z');
    await karin.say('boka avslutssamtal');
    expect(await readCard(await karin.newCard())).toMatch(/Guide för avslutssamtalet|Boka avslutssamtal/);
    await karin.screenshot('exit-way-guide');
  });

  it('on the last day the employee ticks, the manager sees it, and HR sees how it stands', async () => {
    await laterAt('2026-11-27T08:05:00Z');
    await sara.say('min checklista');
    const mine = await sara.newCard();
    const title = /Klar \d+/.exec(await readCard(mine))![0];
    await press(mine, title);
    await expect.poll(() => readCard(mine), { timeout: PATIENCE_MS }).toMatch(/är sparad/);
    await karin.say('har Sara lämnat nycklarna?');
    await cardOf(karin, /nycklar/);
    await hr.say('avslut');
    expect(await readCard(await hr.newCard())).toMatch(/Sara Ekman/);
    await hr.screenshot('exit-way-hr');
  });
});
