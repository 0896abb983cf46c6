import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeRules } from '../../../src/privacy/index.js';
import { definedTables } from '../../../src/storage/index.js';
import { samples } from '../../storage/samples.js';

it('docs/privacy.md holds the rules of every table, as they are', () => {
  const page = readFileSync('docs/privacy.md', 'utf8');
  // Other tests of this process may have defined some of their own.
  const tables = definedTables().filter(({ name }) => name in samples);
  const written = /<!-- tables -->\n([\s\S]*)\n<!-- \/tables -->/.exec(page)?.[1];
  expect(written, 'print it with: npm run -s privacy -- tables').toBe(describeRules(tables));
});
