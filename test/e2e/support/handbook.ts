import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { picturesOf } from '../../docs/handbook-text.js';

const PICTURES = 'docs/images/handbok';
const HANDBOOK = 'docs/hr-handbok.md';
/** Of a longer card the beginning is shown. */
const TALLEST = 900;
/** What the Playground has above and below the chat. */
const FRAME = 300;

/** With HANDBOOK=1 the card is drawn anew for HR's handbook, if that shows a picture of this name. */
export async function drawForHandbook(name: string, card: Locator): Promise<void> {
  if (process.env['HANDBOOK'] !== '1' || !picturesOf(readFileSync(HANDBOOK, 'utf8')).includes(name)) return;
  await mkdir(PICTURES, { recursive: true });
  const page = card.page();
  const before = page.viewportSize()!;
  // The whole card has to be in sight: what is scrolled away is drawn as nothing.
  const { height: needed } = (await card.boundingBox())!;
  await page.setViewportSize({ ...before, height: Math.max(before.height, Math.ceil(needed) + FRAME) });
  await card.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await card.boundingBox())!;
  await page.screenshot({ path: `${PICTURES}/${name}.png`, clip: { x, y, width, height: Math.min(height, TALLEST) } });
  await page.setViewportSize(before);
}
