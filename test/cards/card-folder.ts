import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of templates for one test, by path: objects are written as JSON, texts as they are. */
export function cardFolder(files: Record<string, unknown>): string {
  const folder = mkdtempSync(join(tmpdir(), 'cards-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

/** A folder with the one template demo/card of the body, and the strings `hello` and `lang`. */
export function folderWith(body: unknown[], more: Record<string, unknown> = {}): string {
  return cardFolder({
    'demo/card.card.json': { type: 'AdaptiveCard', version: '1.5', lang: '${strings.lang}', fallbackText: 'x', body },
    'demo/card.sample.json': {},
    'demo/strings.sv.json': { lang: 'sv', hello: 'Hej' },
    'demo/strings.en.json': { lang: 'en', hello: 'Hello' },
    ...more,
  });
}

/** A TextBlock that wraps. */
export function text(content: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { type: 'TextBlock', text: content, wrap: true, ...more };
}
