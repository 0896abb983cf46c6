import { mkdirSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { drawForHandbook } from './handbook.js';
import { noteTyped } from './secrets.js';
import { press } from './press.js';

const SCREENSHOTS = 'test-results/playground';
const PATIENCE_MS = 15_000;
const WELCOME = /^\s*(Hej|Hello)\b/;
/** The first page of a Playground, on a machine that starts several at once. */
const OPENING_MS = 60_000;

/** One person's window of the Agents Playground. */
export interface Chat {
  readonly page: Page;
  say(text: string): Promise<void>;
  /** Notes what is there, before something else than `say` or `press` makes a new card. */
  expectNew(): Promise<void>;
  /** The newest card, once there are more than before the last `say` or `press`. */
  newCard(): Promise<Locator>;
  /** The card above the newest. */
  cardBefore(): Locator;
  press(card: Locator, title: string): Promise<void>;
  /** Saves what the person sees as test-results/playground/NAME.png; the newest card for the handbook, where that shows it. */
  screenshot(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens the Playground of a persona and waits for the welcome card. */
export async function openChat(browser: Browser, url: string, viewport = { width: 1180, height: 1100 }): Promise<Chat> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  const context = await browser.newContext({ viewport, locale: 'sv-SE' });
  const page = await context.newPage();
  // Not "load": the page also asks for fonts elsewhere, which it works without.
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout: OPENING_MS });
  const box = page.getByRole('textbox').last();
  const all = page.locator('.ac-adaptiveCard');
  let before = 0;
  const newCard = async () => {
    await all.nth(before).waitFor({ timeout: PATIENCE_MS });
    return all.last();
  };
  await box.waitFor({ timeout: OPENING_MS });
  // Not just any card: what the bot sent before the page was open may stand above the welcome.
  await all.filter({ hasText: WELCOME }).first().waitFor({ timeout: OPENING_MS });
  return {
    page,
    newCard,
    expectNew: async () => void (before = await all.count()),
    cardBefore: () => all.nth(-2),
    async say(text) {
      noteTyped(text);
      before = await all.count();
      await box.click();
      await box.fill(text);
      await page.keyboard.press('Enter');
    },
    async press(card, title) {
      before = await all.count();
      await press(card, title);
    },
    async screenshot(name) {
      await all.last().scrollIntoViewIfNeeded();
      await page.screenshot({ path: `${SCREENSHOTS}/${name}.png` });
      await drawForHandbook(name, all.last());
    },
    close: () => context.close(),
  };
}

/** What stands on a card, with plain spaces where the figures hold no-break ones. */
export async function readCard(card: Locator): Promise<string> {
  return (await card.innerText()).replaceAll('\u00a0', ' ');
}
