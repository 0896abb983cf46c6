import { expect } from 'vitest';

/** Takes a file by its address as a browser does: opens the page, which uses nothing up, and presses its button. */
export async function takeFile(url: string): Promise<Response> {
  const page = await fetch(url);
  expect(page.status, url).toBe(200);
  expect(await page.text()).toContain('<form method="post">');
  const file = await fetch(url, { method: 'POST' });
  expect(file.status, url).toBe(200);
  return file;
}
