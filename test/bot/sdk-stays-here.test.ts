import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Past their end of support: what replaces them stands in docs/sdk-way-out.md. */
const SDK = /(?:from|import|import\(|require\(|resolve\()\s*['"](?:botbuilder|botframework|@microsoft\/teams-ai)/;
const PAGE = readFileSync('docs/sdk-way-out.md', 'utf8');

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.[cm]?[jt]s$/.test(name))
  .map((name) => `src/${name.replaceAll('\\', '/')}`);
const using = files.filter((file) => SDK.test(readFileSync(file, 'utf8'))).sort();

describe('the SDKs that are past their end of support', () => {
  it('are imported below src/bot/ alone', () => {
    expect(using.length).toBeGreaterThan(5);
    expect(using.filter((file) => !file.startsWith('src/bot/'))).toEqual([]);
  });

  it('are found however they are imported', () => {
    for (const line of [
      "import { CloudAdapter } from 'botbuilder';",
      "import 'botbuilder-core';",
      "await import('@microsoft/teams-ai')",
      "createRequire(import.meta.url).resolve('botframework-connector/lib')",
      'const x = require("botframework-schema")',
    ])
      expect(line).toMatch(SDK);
  });

  it.each(using)('%s is told of in docs/sdk-way-out.md', (file) => {
    expect(PAGE).toContain(`\`${file}\``);
  });
});
