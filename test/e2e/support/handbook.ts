import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { picturesOf } from '../../docs/handbook-text.js';

const PICTURES = 'docs/images/handbok';
const HANDBOOK = 'docs/hr-handbok.md';

/** With HANDBOOK=1 the card is drawn anew for HR's handbook, if that shows a picture of this name. */
export async function drawForHandbook(name: string, card: Locator): Promise<void> {
  if (process.env['HANDBOOK'] !== '1' || !picturesOf(readFileSync(HANDBOOK, 'utf8')).includes(name)) return;
  await mkdir(PICTURES, { recursive: true });
  await card.screenshot({ path: `${PICTURES}/${name}.png` });
}
