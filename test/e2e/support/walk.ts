import type { Browser, Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Seed } from '../../../src/local/world.js';
import { type Chat, openChat, readCard } from './chat.js';
import { launchChromium } from './chromium.js';
import { takeFile } from './take-file.js';
import { startTestWorld, type TestWorld } from './world.js';

const PATIENCE_MS = 60_000;
/** So high that a whole card is seen at once. The Playground's cards are as wide as on a large phone, 446 points, on any screen. */
const SCREEN = { width: 1180, height: 1700 };

/** Manager, employee and HR, each before the own chat, while time goes on. */
export interface Walk {
  readonly world: TestWorld;
  readonly karin: Chat;
  readonly sara: Chat;
  readonly hr: Chat;
  /**
   * Kills the bot and starts it again at another time. The chats stay open, as in Teams: what the bot sends while no page is open
   * the Playground keeps for the next one, but gives it before that page knows its chat ("Saga error: Invalid conversation id" in
   * the page's console), and about one card in five is then never shown.
   */
  at(now: string): Promise<void>;
  end(): Promise<void>;
}

/** Starts the local world with the clock at `now` and opens the three chats. */
export async function startWalk(now: string, seed?: Seed): Promise<Walk> {
  const browser: Browser = await launchChromium();
  const world = await startTestWorld({ TEST_NOW: now }, seed);
  const { manager, employee, hr: office } = world.addresses.playgrounds;
  const [karin, sara, hr] = await Promise.all([
    openChat(browser, manager, SCREEN),
    openChat(browser, employee, SCREEN),
    openChat(browser, office, SCREEN),
  ]);
  return {
    ...{ world, karin, sara, hr },
    at: (later) => world.restartBots({ TEST_NOW: later }),
    async end() {
      await browser.close();
      await world.stop();
    },
  };
}

/** The newest card that reads so, once there is one, by its place in the chat: it stays that, whatever the card becomes. */
export async function cardOf(chat: Chat, text: RegExp): Promise<Locator> {
  const cards = chat.page.locator('.ac-adaptiveCard');
  const find = async () =>
    (await cards.allInnerTexts()).findLastIndex((read) => text.test(read.replaceAll('\u00a0', ' ')));
  await expect.poll(find, { timeout: PATIENCE_MS, message: String(text) }).toBeGreaterThanOrEqual(0);
  return cards.nth(await find());
}

/**
 * Waits for the reminder of that day, which comes by itself soon after the bot started. A message that arrives makes the Playground
 * draw the chat anew, and a form loses what was just filled in.
 */
export async function reminded(day: string, ...chats: readonly Chat[]): Promise<void> {
  for (const chat of chats) await cardOf(chat, new RegExp(`(Läget|As of) ${day}`));
}

export const lastCard = (chat: Chat): Locator => chat.page.locator('.ac-adaptiveCard').last();

/** The newest card with this text, whether or not it is there yet. */
export const cardWith = (chat: Chat, text: string | RegExp): Locator =>
  chat.page.locator('.ac-adaptiveCard', { hasText: text }).last();

/** Waits until the card reads so. */
export async function shows(card: Locator, text: string | RegExp): Promise<void> {
  await expect.poll(() => readCard(card), { timeout: PATIENCE_MS }).toMatch(text);
}

/** Fetches the file of the newest offer of this name by its link, as a press on it does. */
export async function fetchOffered(chat: Chat, name: RegExp): Promise<Buffer> {
  const offer = await cardOf(chat, name);
  await chat.page.evaluate('window.open = (url) => ((window.opened = String(url)), null)');
  await offer.getByText(/^(Hämta filen|Fetch the file)$/).click();
  const opened = () => chat.page.evaluate<string>('window.opened ?? ""');
  await expect.poll(opened, { timeout: PATIENCE_MS }).toMatch(/^http/);
  return Buffer.from(await (await takeFile(await opened())).arrayBuffer());
}

/** What the card looks like: test-results/playground/NAME.png. */
export async function picture(card: Locator, name: string): Promise<void> {
  await card.screenshot({ path: `test-results/playground/${name}.png` });
}
