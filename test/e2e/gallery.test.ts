import { mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveGallery } from '../../src/cards/gallery/server.js';
import { loadCards } from '../../src/cards/index.js';
import { launchChromium } from './support/chromium.js';

/** Every template in every dress: what a person who changes a card looks at, and what axe finds in it. */
const SCREENSHOTS = 'test-results/gallery';
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

const names = loadCards('cards')
  .templates()
  .map(({ name }) => name);
const views = names.flatMap((template) =>
  (['sv', 'en'] as const).flatMap((language) =>
    (['light', 'dark'] as const).flatMap((theme) =>
      (['desktop', 'phone'] as const).map((width) => ({ template, language, theme, width })),
    ),
  ),
);

/** The wording is asked for as it is; on the narrowest phone its last letters are cut. */
const KNOWN_TOO_WIDE: ReadonlySet<string> = new Set(['Medarbetaren vet om det, skicka']);

/** A page of its own for each of these that look at once: a drawing waits for the browser more than it works. */
const LOOKERS = 3;

interface Looker {
  readonly page: Page;
  readonly troubles: string[];
}

let server: Server;
let browser: Browser;
const free: Looker[] = [];

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  server = await serveGallery({ directory: 'cards', port: 0 });
  browser = await launchChromium();
  for (let n = 0; n < LOOKERS; n++) free.push(await makeLooker());
});

async function makeLooker(): Promise<Looker> {
  const page = await (await browser.newContext({ viewport: { width: 760, height: 900 } })).newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('request', (request) => {
    if (!/^(?:http:\/\/127\.0\.0\.1:|data:)/.test(request.url())) troubles.push(`asked ${request.url()}`);
  });
  return { page, troubles };
}

afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** Opens the gallery on a page that nobody looks at. */
async function open(query: Record<string, string>, look: (looker: Looker) => Promise<void>): Promise<void> {
  const { port } = server.address() as AddressInfo;
  const looker = free.pop()!;
  looker.troubles.length = 0;
  try {
    await looker.page.goto(`http://127.0.0.1:${port}/?${new URLSearchParams(query).toString()}`);
    await looker.page.waitForSelector('main[aria-busy="false"]');
    await look(looker);
  } finally {
    free.push(looker);
  }
}

describe.concurrent('the card gallery', () => {
  it('shows every template at once', async () => {
    await open({}, async ({ page, troubles }) => {
      expect(await page.locator('section h2').allTextContents()).toEqual(names);
      expect(await page.locator('.frame > .ac-adaptiveCard').count()).toBe(names.length);
      expect(troubles).toEqual([]);
    });
  });

  it.each(views)('draws $template in $language, $theme, $width', async (view) => {
    await open(view, async ({ page, troubles }) => {
      const frame = page.locator('.frame');
      const shown = await frame.innerText();
      expect(await frame.locator('.ac-adaptiveCard').count()).toBe(1);
      expect(await page.locator('.card-error').count()).toBe(0);
      expect(await page.locator('.findings li').allTextContents()).toEqual([]);
      expect(shown.trim()).not.toBe('');
      expect(shown).not.toContain('${');
      const cut = (await frame.evaluate(cutTexts)).filter((text) => !KNOWN_TOO_WIDE.has(text));
      expect(cut, 'texts that are cut').toEqual([]);
      expect(troubles).toEqual([]);
      const file = `${view.template.replace('/', '-')}.${view.language}.${view.theme}.${view.width}.png`;
      await frame.screenshot({ path: `${SCREENSHOTS}/${file}` });
      // A phone shows the same names and colours.
      if (view.width === 'phone') return;
      const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    });
  });

  it('says in which language each card is', async () => {
    await open({ template: 'ask/help', language: 'en' }, async ({ page }) => {
      expect(await page.locator('.frame').getAttribute('lang')).toBe('en');
      expect(await page.locator('.frame').innerText()).toContain('What you can ask me');
    });
  });

  it('changes with the fields and keeps them in the address', async () => {
    await open({}, async ({ page }) => {
      await page.getByLabel('Template').selectOption('bot/welcome');
      await page.getByLabel('Language').selectOption('en');
      await page.locator('select[name="theme"]').selectOption('dark');
      expect(await page.locator('section h2').allTextContents()).toEqual(['bot/welcome']);
      expect(await page.locator('.frame').innerText()).toContain('Hello Elin');
      expect(new URL(page.url()).search).toBe('?template=bot%2Fwelcome&language=en&theme=dark&width=desktop');
    });
  });

  it('shows the fallback of a chart, complete with its figures', async () => {
    await open({ template: 'ask/statistic' }, async ({ page }) => {
      const images = page.locator('.frame img');
      expect(await images.count()).toBe(6);
      expect(await page.locator('.frame').innerText()).toMatch(/Äldreomsorg\s+8,9 %/);
    });
  });

  it('offers template and sample for the designer', async () => {
    await open({ template: 'ask/source' }, async ({ page }) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'sample' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('ask-source.sample.sv.json');
    });
  });
});

/** What we read of an element in the browser; the project has no DOM types. */
interface Box {
  readonly childElementCount: number;
  readonly textContent: string;
  readonly scrollWidth: number;
  readonly clientWidth: number;
  getBoundingClientRect(): { readonly right: number };
  querySelectorAll(selector: string): Iterable<Box>;
}

/** The texts of an element that do not fit into their box, or stick out of it. Runs in the browser. */
function cutTexts(frame: Box): string[] {
  const { right } = frame.getBoundingClientRect();
  return [...frame.querySelectorAll('*')]
    .filter((box) => box.childElementCount === 0 && box.textContent.trim() !== '')
    .filter((box) => {
      // An inline box has no width of its own.
      const overflows = box.clientWidth > 0 && box.scrollWidth > box.clientWidth + 1;
      return overflows || box.getBoundingClientRect().right > right;
    })
    .map((box) => box.textContent);
}
