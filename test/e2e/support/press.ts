import type { Locator } from 'playwright-core';
import { noteTyped } from './secrets.js';

const FIELDS = 'input[type=text], input[type=email], input:not([type]), textarea';

/**
 * Presses the first button of the card that has this title. The one way to press in these tests: what stands in the card's fields goes to
 * the bot with it, so it is remembered before, and the bot's log must not hold it (`checkLogs`).
 */
export async function press(card: Locator, title: string | RegExp): Promise<void> {
  const texts = await card
    .locator(FIELDS)
    .evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value));
  texts.forEach(noteTyped);
  await card.getByRole('button', { name: title, exact: true }).first().click();
}
