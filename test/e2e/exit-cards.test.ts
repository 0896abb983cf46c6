import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveGallery } from '../../src/cards/gallery/server.js';
import { loadCards } from '../../src/cards/index.js';
import { launchChromium } from './support/chromium.js';

/**
 * What a screen reader is given of each card, as Chromium's accessibility tree in words. The snapshots are read by a person: change
 * one only after reading it aloud. The screen reader meets heading, labels, states and buttons in the order of the card.
 */
const TEMPLATES = loadCards('cards')
  .templates()
  .map(({ name }) => name)
  .filter((name) => name.startsWith('exit/'));

let server: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await serveGallery({ directory: 'cards', port: 0 });
  browser = await launchChromium();
  page = await (await browser.newContext({ viewport: { width: 760, height: 900 } })).newPage();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

describe('the accessibility tree', () => {
  it.each(TEMPLATES.flatMap((template) => (['sv', 'en'] as const).map((language) => [template, language] as const)))(
    'of %s in %s reads as it was read by a person',
    async (template, language) => {
      const { port } = server.address() as AddressInfo;
      await page.goto(`http://127.0.0.1:${port}/?${new URLSearchParams({ template, language }).toString()}`);
      await page.waitForSelector('main[aria-busy="false"]');
      const tree = await page.locator('.frame .ac-adaptiveCard').ariaSnapshot();
      await expect(`${tree}\n`).toMatchFileSnapshot(`aria/${template.replace('/', '-')}.${language}.txt`);
    },
  );
});
