import { AxeBuilder } from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filePage } from '../../src/http/file-page.js';
import { type HttpServer, startHttp } from '../../src/http/index.js';
import { createLog } from '../../src/log.js';
import { launchChromium } from './support/chromium.js';

const BYTES = Buffer.from('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n');
let browser: Browser;
let server: HttpServer;
let taken = 0;
beforeAll(async () => {
  browser = await launchChromium();
  server = await startHttp({
    ...{ host: '127.0.0.1', port: 0, log: createLog('silent'), processActivity: async () => undefined },
    ready: async () => undefined,
    files: {
      look: async () => ({ kind: taken > 0 ? 'used' : 'file' }),
      take: async () => {
        if (taken++ > 0) return { kind: 'used' };
        return {
          ...{ kind: 'file', bytes: BYTES },
          file: { name: 'Avslutssamtal.ics', contentType: 'text/calendar', size: BYTES.length },
        };
      },
    },
  });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

it('the page of a file can be read by everybody, and its button fetches the file in a browser', async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, acceptDownloads: true });
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${server.port}/files/x`);
  expect((await page.locator('h1').boundingBox())!.y, 'its style is allowed').toBeGreaterThan(50);
  await page.screenshot({ path: 'test-results/file-page.png' });
  // The page itself runs no script, axe's neither.
  const copy = await context.newPage();
  await copy.setContent(filePage.html);
  const { violations } = await new AxeBuilder({ page: copy }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Hämta filen' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Avslutssamtal.ics');
  expect(readFileSync(await download.path())).toEqual(BYTES);
  await page.reload();
  await expect(page.locator('body').innerText()).resolves.toMatch(/^Länken har redan använts/);
});
